using System.Text.Json;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>Every edit of a fact keeps what was, what is, who, when and why.</summary>
public sealed class HistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task An_edit_keeps_before_and_after_with_who_and_why(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, async context =>
        {
            var person = await context.Db.People.SingleAsync(p => p.Id == family.ObligorId, Cancel);
            (person.Last, person.SsnDigits, person.Died) = ("Adeyemi", "219098888", new DateOnly(2026, 11, 1));
        }, "marriage");

        await using var db = database.Store.Read();
        var change = await db.FactChanges.SingleAsync(c => c.Entity == "person" && c.EntityId == family.ObligorId && c.CommandKey == "marriage", Cancel);
        Assert.Equal((World.Worker.UserId, "because", database.Store.Now), (change.UserId, change.Why, change.At));
        Assert.Equal("""{"Died":null,"Last":"Okafor","SsnDigits":"***9999"}""", change.Before);
        Assert.Equal("""{"Died":"2026-11-01","Last":"Adeyemi","SsnDigits":"***8888"}""", change.After);
        Assert.Equal(1, (await db.People.SingleAsync(p => p.Id == family.ObligorId, Cancel)).Version);
    }

    [Theory, EachEngine]
    public async Task A_new_fact_keeps_all_of_it_with_protected_numbers_masked(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await using var db = database.Store.Read();
        var change = await db.FactChanges.SingleAsync(c => c.Entity == "person" && c.EntityId == family.ObligorId, Cancel);
        using var after = JsonDocument.Parse(change.After);
        Assert.Equal(("", "Femi", "***9999"), (change.Before, after.RootElement.GetProperty("First").GetString(), after.RootElement.GetProperty("SsnDigits").GetString()));
        Assert.DoesNotContain("219099999", string.Join('\n', await db.FactChanges.Select(c => c.Before + c.After).ToListAsync(Cancel)), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Facts_that_came_in_bulk_have_the_same_history(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        static Person Made(string number) => new() { Number = number, First = "A", Last = "B", SearchName = "B A", SsnDigits = "219098888", Born = World.Today };
        await DoorTests.Run(database, context =>
        {
            context.Add(Made("one"));
            return Task.CompletedTask;
        }, "one");
        await DoorTests.Run(database, context => context.BulkAddFactsAsync<Person>([Made("two")]), "two");

        await using var db = database.Store.Read();
        var one = await db.FactChanges.SingleAsync(c => c.CommandKey == "one", Cancel);
        var two = await db.FactChanges.SingleAsync(c => c.CommandKey == "two", Cancel);
        Assert.Equal((one.Entity, one.Before, Sorted(one.After.Replace("\"one\"", "\"two\"", StringComparison.Ordinal))), (two.Entity, two.Before, Sorted(two.After)));
    }

    [Theory, EachEngine]
    public async Task A_natural_key_never_changes(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => DoorTests.Run(database, async context => (await context.Db.Cases.SingleAsync(Cancel)).Number = "26-999"));
        Assert.Contains("natural key", broken.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_fact_is_not_deleted(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => DoorTests.Run(database, async context => context.Db.Remove(await context.Db.Obligations.SingleAsync(Cancel))));
        Assert.Contains("not deleted", broken.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Facts_are_not_changed_or_removed_set_wise(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        foreach (var work in (Func<CommandContext, Task>[])
        [
            context => context.Db.People.Where(p => p.Last == "Okafor").ExecuteUpdateAsync(s => s.SetProperty(p => p.Last, "X"), Cancel),
            context => context.Db.Obligations.ExecuteDeleteAsync(Cancel),
        ])
        {
            var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => DoorTests.Run(database, work));
            Assert.Contains("is a fact: change it row by row", broken.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task A_change_on_top_of_an_older_version_is_refused(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        Task<Outcome<int>> Rename(string name, int seen) => database.Store.Commands.RunAsync<int>(new($"rename-{name}", "test", new { name }, World.Worker), async context =>
        {
            var person = await context.Db.People.SingleAsync(p => p.Id == family.ObligorId, Cancel);
            context.Expect(person, seen);
            person.Last = name;
            return 1;
        });

        Assert.True((await Rename("First", 0)).Ok);
        Assert.Equal("R-CHANGED-MEANWHILE", (await Rename("Second", 0)).Refusal?.Code);
        Assert.True((await Rename("Third", 1)).Ok);
        await using var db = database.Store.Read();
        var now = await db.People.SingleAsync(p => p.Id == family.ObligorId, Cancel);
        Assert.Equal(("Third", 2), (now.Last, now.Version));
    }

    [Theory, EachEngine]
    public async Task A_receipt_has_history_only_where_it_was_corrected(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            context.Add(new Receipt { NaturalKey = "R1", Amount = new(5), NetAmount = new(5), CollectedOn = World.Today, ReceivedOn = World.Today, RecordedAt = context.Now });
            return Task.CompletedTask;
        }, "made");
        await DoorTests.Run(database, async context => (await context.Db.Receipts.SingleAsync(Cancel)).Status = ReceiptStatus.Distributed, "went on");
        await DoorTests.Run(database, async context => (await context.Db.Receipts.SingleAsync(Cancel)).CollectedOn = World.Today.AddDays(-3), "corrected");
        await using var db = database.Store.Read();
        Assert.Equal(["corrected"], await db.FactChanges.Where(c => c.Entity == "receipt").Select(c => c.CommandKey).ToListAsync(Cancel));
    }

    private static string Sorted(string json) =>
        string.Join(';', JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => $"{p.Name}={p.Value}").Order(StringComparer.Ordinal));
}
