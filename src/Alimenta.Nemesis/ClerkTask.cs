using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Training;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>What a clerk does on a page or by a program.</summary>
internal enum ClerkAct
{
    /// <summary>Posts a check that came by mail.</summary>
    Post,

    /// <summary>Says whose an unidentified receipt is.</summary>
    Identify,

    /// <summary>Takes back a receipt that the bank did not honour.</summary>
    Return,
}

/// <summary>One write of a clerk, in words that mean the same in calm and storm.</summary>
/// <param name="Key">The key under which it is sent, however often.</param>
/// <param name="Act">What is done.</param>
/// <param name="Day">The business day.</param>
/// <param name="Case">The case, where one is named.</param>
/// <param name="Amount">The amount of a check.</param>
/// <param name="Check">The number of a check.</param>
/// <param name="Receipt">The natural key of the receipt that is identified or returned.</param>
internal sealed record ClerkTask(string Key, ClerkAct Act, DateOnly Day, string Case = "", Money Amount = default, string Check = "", string Receipt = "")
{
    public const string Payor = "STORMY MAIL";
    public const string Known = "The payor called and named the case";
    public const string Bounced = "R01 insufficient funds";
    private const int Checks = 3;
    private const int DaysBack = 10;

    /// <summary>What clerks do on a day. No two of these writes touch the same circle, so that clerks may work at the same time and the books come to the same.</summary>
    public static async Task<IReadOnlyList<ClerkTask>> OfAsync(AlimentaStore store, long seed, DateOnly day, IReadOnlyList<Payor> payors, CancellationToken cancel)
    {
        var chance = new Dice(unchecked((ulong)(seed * 15_485_863 + day.DayNumber)));
        var taken = new HashSet<long>();
        var tasks = new List<ClerkTask>();
        string Key(string what) => string.Create(CultureInfo.InvariantCulture, $"storm-{day:yyMMdd}-{what}");
        Payor? Free()
        {
            for (var i = 0; i < 8; i++)
                if (chance.One(payors) is var payor && taken.Add(payor.Circle)) return payor;
            return null;
        }

        await using var db = store.Read();
        var nothing = Money.Zero;
        var since = day.AddDays(-DaysBack);
        var honoured = await (from r in db.Receipts
                              join c in db.Cases on r.ObligorId equals c.ObligorId
                              where r.InboundItemId != null && r.Status == ReceiptStatus.Distributed && r.ReturnedAmount == nothing && r.ReceivedOn >= since
                              select new { r.NaturalKey, c.CircleId }).Distinct().OrderBy(r => r.NaturalKey).ToListAsync(cancel);
        if (honoured.Count > 0 && chance.Percent(50))
        {
            var bounced = chance.One(honoured);
            taken.Add(bounced.CircleId);
            tasks.Add(new(Key("return"), ClerkAct.Return, day, Receipt: bounced.NaturalKey));
        }

        var strange = await db.Receipts.Where(r => r.InboundItemId != null && r.Status == ReceiptStatus.Unidentified).OrderBy(r => r.NaturalKey).Select(r => r.NaturalKey).FirstOrDefaultAsync(cancel);
        if (strange is not null && Free() is { } owner) tasks.Add(new(Key("identify"), ClerkAct.Identify, day, owner.Case, Receipt: strange));
        for (var i = 1; i <= Checks; i++)
            if (Free() is { } payor) tasks.Add(new(Key($"check{i}"), ClerkAct.Post, day, payor.Case, new Money(500 + chance.Below(40_000)), string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}{i}")));
        return tasks;
    }

    /// <summary>The row of the receipt that is identified or returned.</summary>
    public async Task<long> RowAsync(AlimentaStore store, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Receipts.Where(r => r.NaturalKey == Receipt).Select(r => r.Id).SingleAsync(cancel);
    }

    /// <summary>Why the database does not hold what this write did, once; null when it does.</summary>
    public async Task<string?> MissingAsync(AlimentaDb db, CancellationToken cancel)
    {
        if (Act == ClerkAct.Post)
        {
            var found = await db.Receipts.CountAsync(r => r.CheckNumber == Check && r.Amount == Amount && r.Status == ReceiptStatus.Distributed, cancel);
            return found == 1 ? null : $"check {Check} of {Amount} was acknowledged and is posted and distributed {found} times";
        }

        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == Receipt, cancel);
        return Act == ClerkAct.Return ? receipt.ReturnedAmount == receipt.Amount ? null : $"receipt {Receipt} was acknowledged as returned, and {receipt.ReturnedAmount} of it is"
            : receipt.ObligorId is not null ? null : $"receipt {Receipt} was acknowledged as identified and has no obligor";
    }
}
