using System.Globalization;
using Alimenta.Ledger;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>Both engines keep the same, and bulk insertion keeps what single insertion keeps.</summary>
public sealed class EngineTests
{
    private static readonly Type[] Few = [typeof(long), typeof(int), typeof(bool), typeof(string), typeof(DateOnly), typeof(DateTime), typeof(byte[])];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public void The_model_holds_few_types_only(string engine)
    {
        using var database = TestDatabases.Create(engine);
        using var db = database.Store.Read();
        var strange = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p =>
        {
            var converter = p.GetValueConverter() ?? p.GetTypeMapping().Converter;
            var type = converter is null || converter.GetType().Assembly != typeof(AlimentaDb).Assembly ? p.ClrType : converter.ProviderClrType;
            return (Name: $"{p.DeclaringType.ClrType.Name}.{p.Name}", Type: Nullable.GetUnderlyingType(type) ?? type);
        }).Where(p => !Few.Contains(p.Type));
        Assert.Equal([], strange);
    }

    [Theory, EachEngine]
    public void Names_are_snake_case_and_short_enough(string engine)
    {
        using var database = TestDatabases.Create(engine);
        using var db = database.Store.Read();
        var names = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => p.GetColumnName())
            .Append(e.GetTableName() ?? e.GetViewName()!).Concat(e.GetIndexes().Select(i => i.GetDatabaseName()!)).Concat(e.GetForeignKeys().Select(f => f.GetConstraintName()!)));
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]{0,62}$", name));
    }

    [Theory, EachEngine]
    public async Task Bulk_insertion_keeps_what_single_insertion_keeps(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            foreach (var receipt in Receipts(family, "r", 1)) context.Add(receipt);
            foreach (var file in Files(1)) context.Add(file);
            return Task.CompletedTask;
        }, "single");
        await DoorTests.Run(database, async context =>
        {
            await context.BulkAddAsync(Receipts(family, "r", 1_000));
            await context.BulkAddAsync(Files(1_000));
        }, "bulk");

        foreach (var table in (string[])["receipt", "inbound_file"])
        {
            var single = Dump(database, table, "id < 1000");
            var bulk = Dump(database, table, "id >= 1000");
            Assert.NotEmpty(single);
            Assert.Equal(single, bulk.Select(row => row.Replace("+1000", "+1", StringComparison.Ordinal)));
        }

        await using var db = database.Store.Read();
        var first = await db.Receipts.SingleAsync(r => r.Id == 1_000, Cancel);
        Assert.Equal((new Money(12_345), DateTimeKind.Utc, ReceiptSource.FederalTaxOffset, World.Today), (first.Amount, first.RecordedAt.Kind, first.Source, first.NoticeOn));
    }

    [Fact]
    public async Task The_same_work_gives_the_same_ledger_hash_on_both_engines()
    {
        var hashes = new List<(string Ledger, string Standing)>();
        foreach (var engine in (string[])[TestDatabases.Sqlite, TestDatabases.Postgres, TestDatabases.Postgres])
        {
            using var database = TestDatabases.Create(engine);
            if (hashes.Count == 2) await DoorTests.Run(database, context => Task.FromResult(context.NextId("person") + context.NextId("case_file")), "other row numbers");
            var family = await database.FamilyAsync();
            for (var i = 1; i <= 5; i++)
            {
                await DoorTests.Run(database, context =>
                {
                    context.Post(World.Charge(family, 100 * i, $"charge:{i}"));
                    if (i == 3) context.Post(World.Charge(family, 100, "charge:1").Reversal(World.Today, "wrong"));
                    return Task.CompletedTask;
                }, $"k{i}");
            }

            await using var db = database.Store.Read();
            hashes.Add((await db.LedgerHashAsync(Cancel), await db.StandingHashAsync(Cancel)));
        }

        Assert.Single(hashes.Distinct());
        Assert.NotEqual(hashes[0].Ledger, hashes[0].Standing);
    }

    [Theory, EachEngine]
    public async Task What_stands_is_the_same_whichever_way_it_came_to_stand(string engine)
    {
        using var direct = TestDatabases.Create(engine);
        using var detour = TestDatabases.Create(engine);
        var family = await direct.FamilyAsync();
        await DoorTests.Run(direct, context =>
        {
            context.Post(World.Charge(family, 300));
            return Task.CompletedTask;
        });
        family = await detour.FamilyAsync();
        await DoorTests.Run(detour, context =>
        {
            var wrong = World.Charge(family, 200);
            context.Post(wrong);
            context.Post(wrong.Reversal(World.Today, "wrong"));
            context.Post(World.Charge(family, 300, version: 3) with { Reason = "played again" });
            return Task.CompletedTask;
        });

        await using var a = direct.Store.Read();
        await using var b = detour.Store.Read();
        Assert.Equal(await a.StandingHashAsync(Cancel), await b.StandingHashAsync(Cancel));
        Assert.NotEqual(await a.LedgerHashAsync(Cancel), await b.LedgerHashAsync(Cancel));
    }

    [Theory, EachEngine]
    public async Task Money_months_days_and_words_can_be_compared_and_ordered(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context => context.BulkAddAsync(Receipts(family, "r", 1)));
        await using var db = database.Store.Read();
        var most = new Money(12_344);
        Assert.Equal(1, await db.Receipts.CountAsync(r => r.Amount > most && r.CollectedOn <= World.Today && r.Source == ReceiptSource.FederalTaxOffset, Cancel));
        Assert.Equal([12_345, 100], await db.Receipts.OrderByDescending(r => r.Amount).Select(r => r.Amount.Cents).ToListAsync(Cancel));
    }

    [Theory, EachEngine]
    public async Task An_instant_that_is_not_UTC_is_refused(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await Assert.ThrowsAnyAsync<Exception>(() => DoorTests.Run(database, context =>
        {
            context.Add(new OutboxMessage { Kind = "x", CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) });
            return Task.CompletedTask;
        }));
    }

    [Theory, EachEngine]
    public async Task Entries_are_read_in_the_order_in_which_they_were_posted(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, async context =>
        {
            await context.BulkAddAsync(Receipts(family, "r", 1));
            context.Post(World.Charge(family));
            context.Post(Recipes.Receipt(new("R:1", World.Today) { ReceiptId = 1 }, 1, new(5), new(5)));
            context.Post(Recipes.Receipt(new("R:2", World.Today) { ReceiptId = 2 }, 2, new(5), new(5)));
        });
        await using var db = database.Store.Read();
        var all = new List<string>();
        await foreach (var posted in db.AllEntries(Cancel)) all.Add(posted.Entry.Check().Key);
        Assert.Equal(["charge:1", "R:1", "R:2"], all);
    }

    private static List<Receipt> Receipts(World.Family family, string key, int firstId) =>
    [
        new()
        {
            Id = firstId, NaturalKey = $"{key}+{firstId}a", Source = ReceiptSource.FederalTaxOffset, Tender = Tender.MoneyOrder, Amount = new(12_345), NetAmount = new(-1),
            CollectedOn = World.Today, ReceivedOn = World.Today.AddDays(1), WithheldOn = World.Today.AddDays(-1), ObligorId = family.ObligorId, DirectedCaseId = family.CaseId,
            DirectedOrderId = family.OrderId, JointReturn = true, NoticeOn = World.Today, PayorName = "Ökafor, \"F\"; '\\", SsnDigits = "219099999", CheckNumber = "77",
            Status = ReceiptStatus.Returned, ReturnedAmount = new(5), ReturnedOn = World.Today, ReturnReason = "R01", ManualJson = "{}", Protected = true,
            RecordedAt = new DateTime(2026, 11, 20, 15, 0, 0, 123, DateTimeKind.Utc),
        },
        new() { Id = firstId + 1, NaturalKey = $"{key}+{firstId}b", Amount = new(100), NetAmount = new(100), CollectedOn = World.Today, ReceivedOn = World.Today, RecordedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
    ];

    private static List<InboundFile> Files(int firstId) =>
    [
        new() { Id = firstId, Name = "pay.ach", FileKey = "k", ContentKey = "c", Kind = "ach", ReceivedAt = new DateTime(2026, 11, 20, 15, 0, 0, DateTimeKind.Utc), BusinessDate = World.Today, Credits = new(5), Content = [0, 1, 255, 10, 0] },
        new() { Id = firstId + 1, Name = "empty.ach", ReceivedAt = new DateTime(2026, 11, 20, 15, 0, 0, DateTimeKind.Utc), BusinessDate = World.Today },
    ];

    // Rows as text, straight from the engine, without the id.
    private static List<string> Dump(TestDatabase database, string table, string where)
    {
        using var connection = database.Store.Engine.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Test code, own text.
        command.CommandText = $"select * from {table} where {where} order by id";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Where(i => rows.GetName(i) != "id").Select(i =>
                $"{rows.GetName(i)}:{(rows.IsDBNull(i) ? "none" : rows.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))}:{(rows.IsDBNull(i) ? "" : rows.GetFieldType(i).Name)}")));
        }

        return found;
    }
}
