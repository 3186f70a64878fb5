using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Posts that payables are held, released or kept to make a recovery good, under keys made of the receipt and the payee.</summary>
internal sealed class HoldEntries
{
    private readonly CommandContext _ctx;
    private readonly Dictionary<long, string> _names;
    private readonly EntryVersions _versions;

    private HoldEntries(CommandContext ctx, Dictionary<long, string> names, EntryVersions versions) => (_ctx, _names, _versions) = (ctx, names, versions);

    public static async Task<HoldEntries> ForAsync(CommandContext ctx, IReadOnlyCollection<Payable> payables)
    {
        var receipts = payables.Where(p => p.ReceiptId is not null).Select(p => p.ReceiptId!.Value).Distinct().ToList();
        var payees = payables.Select(p => p.PayeeId).Distinct().ToList();
        var names = await ctx.Db.Receipts.AsNoTracking().Where(r => receipts.Contains(r.Id)).Select(r => new { r.Id, r.NaturalKey }).ToDictionaryAsync(r => r.Id, r => r.NaturalKey, ctx.Cancel);
        foreach (var p in await ctx.Db.People.AsNoTracking().Where(p => payees.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToListAsync(ctx.Cancel)) names[-p.Id] = p.Number;
        var keys = payables.SelectMany(p => new[] { Key(names, EntryKinds.Hold, p), Key(names, EntryKinds.Release, p), Key(names, EntryKinds.Recovery, p) });
        return new(ctx, names, await EntryVersions.LoadAsync(ctx, keys));
    }

    /// <summary>Payable becomes held.</summary>
    public void Hold(Payable payable, DateOnly on, string reason) => Post(EntryKinds.Hold, Recipes.Hold, payable, payable.Amount, on, reason);

    /// <summary>Held becomes payable.</summary>
    public void Release(Payable payable, DateOnly on, string reason) => Post(EntryKinds.Release, Recipes.Release, payable, payable.Amount, on, reason);

    /// <summary>A part of what is held makes good what the payee had too much of the same receipt.</summary>
    public void MakeGood(Payable payable, Money amount, DateOnly on, string reason)
    {
        Post(EntryKinds.Release, Recipes.Release, payable, amount, on, reason);
        Post(EntryKinds.Recovery, Recipes.RecoveryTaken, payable, amount, on, reason);
    }

    private void Post(string kind, Func<EntryHead, PayeeMoney, Entry> recipe, Payable payable, Money amount, DateOnly on, string reason)
    {
        var key = Key(_names, kind, payable);
        var money = new PayeeMoney(PayableAccounts.Of(payable.PayeeKind), payable.PayeeId, amount) { ReceiptId = payable.ReceiptId };
        _ctx.Post(recipe(new(key, on) { Version = _versions.Next(key), ReceiptId = payable.ReceiptId, Reason = reason }, money));
    }

    private static string Key(Dictionary<long, string> names, string kind, Payable p) =>
        $"{kind}:{(p.ReceiptId is { } id ? names[id] : "none")}:{names[-p.PayeeId]}";
}
