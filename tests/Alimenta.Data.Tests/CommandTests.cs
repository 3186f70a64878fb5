using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

public sealed class CommandTests
{
    private sealed record Reply(string Key, Money Amount);

    [Theory, EachEngine]
    public async Task The_same_key_and_content_gives_the_first_answer_and_posts_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var runs = 0;
        var first = await Charge(database, family, 40_000, () => runs++);
        var second = await Charge(database, family, 40_000, () => runs++);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, runs);
        await using var db = database.Store.Read();
        Assert.Equal(1, await db.JournalEntries.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.JournalLines.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task The_same_key_with_other_content_is_refused_and_says_what_differs(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await Charge(database, family, 40_000);
        var other = await Charge(database, family, 40_001);

        Assert.Equal("R-KEY-REUSED", other.Refusal?.Code);
        Assert.Contains("other cents", other.Refusal!.What, StringComparison.Ordinal);
    }

    [Theory, EachEngine] // the answer is his who asked
    public async Task The_same_key_of_another_user_is_refused(string engine)
    {
        using var database = TestDatabases.Create(engine);
        Task<Outcome<int>> Ask(Actor by) => database.Store.Commands.RunAsync<int>(new("k", "test", new { a = 1 }, by), _ => Task.FromResult<Outcome<int>>(1));
        Assert.True((await Ask(World.Worker)).Ok);
        Assert.True((await Ask(World.Worker)).Ok);
        Assert.Contains("sent by another user", (await Ask(new(8, "Someone else"))).Refusal!.What, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_preview_answers_and_leaves_nothing(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var before = await CountsAsync(database);
        var preview = await Charge(database, family, 40_000, preview: true);

        Assert.Equal(new Money(40_000), preview.Value.Amount);
        Assert.Equal(before, await CountsAsync(database));
    }

    private static Task<Outcome<Reply>> Charge(TestDatabase database, World.Family family, long cents, Action? onRun = null, bool preview = false) =>
        database.Store.Commands.RunAsync<Reply>(new("charge-1", "test.charge", new { family.CaseId, cents }, World.Worker), async context =>
        {
            onRun?.Invoke();
            await context.LockCirclesAsync(family.CircleId);
            var entry = World.Charge(family, cents);
            context.Post(entry);
            return new Reply(entry.Key, new Money(cents));
        }, preview);

    private static async Task<string> CountsAsync(TestDatabase database)
    {
        await using var db = database.Store.Read();
        return $"{await db.JournalEntries.CountAsync()} {await db.JournalLines.CountAsync()} {await db.ChainLinks.CountAsync()} {await db.AuditEvents.CountAsync()} {await db.Commands.CountAsync()} {await db.FactChanges.CountAsync()}";
    }
}
