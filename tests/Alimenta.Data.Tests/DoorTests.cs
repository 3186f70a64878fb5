using Alimenta.Ledger;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>What a handler may not do, and what its commands keep.</summary>
public sealed class DoorTests
{
    [Theory, EachEngine]
    public async Task A_handler_cannot_save(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(database, async context =>
        {
            context.Add(new CaseEvent { CaseId = 1, Kind = "x", Text = "x", SourceKey = "x" });
            await context.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));
        Assert.Contains("through CommandRunner only", broken.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_handler_cannot_commit(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(database, async context =>
        {
            context.Add(new CaseEvent { CaseId = family.CaseId, Kind = "x", Text = "x", SourceKey = "x" });
            await context.FlushAsync();
            await context.Db.Database.CommitTransactionAsync();
        }));
        await using var db = database.Store.Read();
        Assert.Equal(0, await db.CaseEvents.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task A_refusal_leaves_nothing(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var outcome = await database.Store.Commands.RunAsync<int>(new("k", "test", new { }, World.Worker), async context =>
        {
            context.Post(World.Charge(family));
            context.Add(new CaseEvent { CaseId = family.CaseId, Kind = "x", Text = "x", SourceKey = "x" });
            await context.FlushAsync();
            return new Refusal("R-NO", "No.", "Ask again.");
        });
        Assert.Equal("R-NO", outcome.Refusal?.Code);
        await using var db = database.Store.Read();
        Assert.Equal(0, await db.CaseEvents.CountAsync(TestContext.Current.CancellationToken) + await db.JournalEntries.CountAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Commands.AnyAsync(c => c.Key == "k", TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task An_entry_that_does_not_balance_stops_the_command(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var good = World.Charge(family);
        await Assert.ThrowsAsync<LedgerException>(() => Run(database, context =>
        {
            context.Post(good with { Lines = [good.Lines[0]] });
            return Task.CompletedTask;
        }));
    }

    [Theory, EachEngine]
    public async Task A_line_that_names_nobody_stops_the_command(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var broken = await Assert.ThrowsAsync<LedgerException>(() => Run(database, context =>
        {
            context.Post(World.Charge(family with { ObligationId = 999_999 }));
            return Task.CompletedTask;
        }));
        Assert.Contains("obligation with row number 999999", broken.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task The_same_key_and_version_is_posted_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        Task Post(CommandContext context)
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        }

        await Run(database, Post, "first");
        await Assert.ThrowsAnyAsync<Exception>(() => Run(database, Post, "second"));
        await Assert.ThrowsAsync<LedgerException>(() => Run(database, context =>
        {
            context.Post(World.Charge(family, key: "twice"));
            context.Post(World.Charge(family, key: "twice"));
            return Task.CompletedTask;
        }, "third"));
        await using var db = database.Store.Read();
        Assert.Equal(1, await db.JournalEntries.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task Reading_contexts_cannot_write_in_any_way(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.FamilyAsync();
        await using var db = database.Store.Read();
        await Assert.ThrowsAnyAsync<Exception>(() => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Last, "X"), TestContext.Current.CancellationToken));
        db.Add(new Person { Id = 99, Number = "P99" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        await using var again = database.Store.Read();
        Assert.False(await again.People.AnyAsync(p => p.Last == "X" || p.Number == "P99", TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task The_balances_of_the_custody_book_follow_the_journal(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        for (var i = 1; i <= 3; i++)
        {
            await Run(database, context =>
            {
                var receipt = context.Add(new Receipt { NaturalKey = $"R{i}", Amount = new(1_000 * i), NetAmount = new(900 * i), CollectedOn = World.Today, ReceivedOn = World.Today, RecordedAt = context.Now });
                context.Post(Recipes.Receipt(new($"R:{i}", World.Today), receipt.Id, receipt.Amount, receipt.NetAmount));
                context.Post(Recipes.Identification(new($"I:{i}", World.Today), new(family.ObligorId, receipt.Id), receipt.Amount));
                return Task.CompletedTask;
            }, $"r{i}");
        }

        await using var db = database.Store.Read();
        var stored = await db.CustodyBalances.ToDictionaryAsync(b => b.Account, b => new Money(b.Cents), TestContext.Current.CancellationToken);
        var lines = new List<Line>();
        await foreach (var posted in db.AllEntries()) lines.AddRange(posted.Entry.Lines);
        var folded = Balances.Fold(lines.Where(l => l.Book == Book.Custody), Dimensions.None);
        Assert.Equal(new Money(5_400), stored["cash"]);
        Assert.All(Accounts.All.Where(a => a.Book == Book.Custody), a => Assert.Equal(folded.Of(a), stored.GetValueOrDefault(a.Code)));
    }

    internal static async Task Run(TestDatabase database, Func<CommandContext, Task> work, string key = "key")
    {
        var outcome = await database.Store.Commands.RunAsync<int>(new(key, "test", new { key }, World.Worker, "because"), async context =>
        {
            await work(context);
            return 1;
        });
        Assert.Equal(1, outcome.Value);
    }
}
