using Alimenta.Data;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>The same life on each engine; tests read or alter copies of it.</summary>
public sealed class LivedCounties : IAsyncLifetime
{
    private readonly TestDatabase _sqlite = TestDatabases.Create(TestDatabases.Sqlite);
    private readonly TestDatabase _postgres = TestDatabases.Create(TestDatabases.Postgres);

    public TestDatabase On(string engine) => engine == TestDatabases.Sqlite ? _sqlite : _postgres;

    public async ValueTask InitializeAsync()
    {
        await LiveAsync(_sqlite);
        await LiveAsync(_postgres);
    }

    public ValueTask DisposeAsync()
    {
        _sqlite.Dispose();
        _postgres.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Four months of four families: a payment, one too large, assistance recorded late, a joint tax refund, an unknown payor, a payee without address.</summary>
    public static async Task<SmallCounty> LiveAsync(TestDatabase database)
    {
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var first = await county.FamilyAsync(400, new(2026, 1, 1));
        var second = await county.FamilyAsync(300, new(2026, 1, 1), obligor: first.ObligorId, circle: first.CircleId);
        var third = await county.FamilyAsync(250, new(2026, 2, 1));
        var fourth = await county.FamilyAsync(500, new(2026, 2, 1), address: false);
        await county.ReceiveAsync(third, 400);
        await county.ReceiveAsync(first, 700);
        await county.PayOutAsync();
        await county.DayAsync(new(2026, 3, 20));
        await county.ReceiveAsync(third, 900);
        await county.ReceiveAsync(fourth, 380);
        await county.ReceiveAsync(null, 123, cents: 45);
        await county.DayAsync(new(2026, 4, 3));
        // The county learns that the third family had assistance in February, when it has already been paid the arrears of that month.
        await county.AssistAsync(third, new(2026, 2, 1), new(2026, 2, 28));
        await county.GrantAsync(third, new(2026, 2, 1), 300);
        await county.ReceiveAsync(first, 1000, ReceiptSource.FederalTaxOffset, joint: true);
        await county.PayOutAsync(release: false);
        await county.DayAsync(new(2026, 4, 20));
        await county.ReceiveAsync(first, 60);
        await county.ReceiveAsync(fourth, 77);
        return county;
    }
}
