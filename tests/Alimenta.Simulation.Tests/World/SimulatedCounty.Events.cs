using Alimenta.Data;
using Alimenta.Office.Assistance;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Orders;
using Alimenta.Office.Receipts;
using Alimenta.Simulation.Tests.Books;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Simulation.Tests.World;

/// <summary>What happens in a county beside its paydays, on time or known late.</summary>
public sealed partial class SimulatedCounty
{
    private readonly Dictionary<SpellTold, long> _spellIds = [];
    private readonly List<(SpellTold Spell, SupportMonth Month)> _forgotten = [];
    private bool _addressKnown;

    private Task EventAsync() => _dice.Below(12) switch
    {
        0 or 1 => StartAssistanceAsync(),
        2 => EndAssistanceAsync(),
        3 or 4 => ChangeOrderAsync(),
        5 or 6 => ReturnItemAsync(),
        7 or 8 => IdentifyAsync(),
        9 => CreditAsync(),
        10 => ConsentAsync(),
        _ => FindAddressAsync(),
    };

    /// <summary>Assistance begins: today, or up to three months ago and only now known.</summary>
    private async Task StartAssistanceAsync()
    {
        var custodian = _dice.One(_custodians);
        var late = _dice.Percent(50) ? _dice.Below(100) : 0;
        var earliest = Told.Spells.Where(s => s.Custodian == custodian).Select(s => s.To is { } to ? to.AddDays(1) : DateOnly.MaxValue).DefaultIfEmpty(first.FirstDay).Max();
        if (earliest > Today) return;
        var from = Today.AddDays(-late) < earliest ? earliest : Today.AddDays(-late);
        var spell = new SpellTold(custodian, from);
        _spellIds[spell] = (await Must(StartAssistance.RunAsync(Store, Policies, Ask(), new(AssistanceProgram.Tanf, custodian, from)))).RowId;
        Told.Spells.Add(spell);
        for (var month = SupportMonth.Of(from); month <= SupportMonth.Of(Today); month = month.Next) await GrantAsync(spell, month);
    }

    private async Task EndAssistanceAsync()
    {
        var running = Told.Spells.Where(s => s.To is null).ToList();
        if (running.Count == 0) return;
        var spell = _dice.One(running);
        _forgotten.RemoveAll(f => f.Spell == spell);
        var granted = Told.Grants.Where(g => g.Custodian == spell.Custodian).Select(g => g.On).DefaultIfEmpty(spell.From).Max();
        var last = Today.AddDays(-_dice.Below(40));
        if (last < granted) last = granted;
        if (last < spell.From) last = spell.From;
        await Must(EndAssistance.RunAsync(Store, Policies, Ask(), new(_spellIds[spell], null, last)));
        spell.To = last;
    }

    /// <summary>The month's grants of running assistance; some are forgotten and told later.</summary>
    private async Task MonthlyGrantsAsync()
    {
        foreach (var (spell, month) in _forgotten.Where(_ => _dice.Percent(50)).ToList())
        {
            _forgotten.Remove((spell, month));
            await GrantAsync(spell, month);
        }

        foreach (var spell in Told.Spells.Where(s => s.To is null).ToList())
        {
            if (_dice.Percent(20)) _forgotten.Add((spell, SupportMonth.Of(Today)));
            else await GrantAsync(spell, SupportMonth.Of(Today));
        }
    }

    private async Task GrantAsync(SpellTold spell, SupportMonth month)
    {
        var cents = _dice.From(5_000, 60_000);
        var on = month.FirstDay < spell.From ? spell.From : month.FirstDay;
        await Must(RecordGrant.RunAsync(Store, Policies, Ask("W-GRANT-AGAIN"), new(AssistanceProgram.Tanf, spell.Custodian, month, new(cents), on)));
        Told.Grants.Add(new(NextKey("grant"), spell.Custodian, on, cents));
    }

    /// <summary>An order is changed, from today or from a day in the past.</summary>
    private async Task ChangeOrderAsync()
    {
        var obligation = _dice.One([.. Told.Cases.SelectMany(c => c.Obligations)]);
        var from = Today.AddDays(-(_dice.Percent(60) ? _dice.Below(150) : 0));
        if (from < obligation.Terms[0].From) from = obligation.Terms[0].From;
        if (from > obligation.LastDay) return;
        var term = Term(from);
        await Must(SetTerms.RunAsync(Store, Policies, Ask(), new(obligation.Key, null, Given(term), Change: true)));
        obligation.Terms.Add(term);
    }

    private async Task ReturnItemAsync()
    {
        var recent = Told.Receipts.Where(r => r.Cents > 0 && r.Obligor.Length > 0 && r.Collected > Today.AddDays(-75)).ToList();
        if (recent.Count == 0) return;
        var receipt = _dice.One(recent);
        var back = _dice.Percent(60) ? receipt.Cents : 1 + _dice.Below((int)Math.Min(receipt.Cents, 1_000_000));
        await Must(new ReturnReceipt(Store, Policies).RunAsync(new(_receiptIds[receipt.Key], new(back), "not honoured"), NextKey("back"), Clerk));
        receipt.Cents -= back;
    }

    /// <summary>Someone finds out whose money it is, or that it is another's, or for which case it was meant.</summary>
    private async Task IdentifyAsync()
    {
        var unknown = Told.Receipts.Where(r => r.Obligor.Length == 0 && r.Cents > 0).ToList();
        var recent = Told.Receipts.Where(r => r.Obligor.Length > 0 && r.Cents > 0 && r.Collected > Today.AddDays(-60)).ToList();
        var receipt = unknown.Count > 0 ? unknown[0] : recent.Count > 0 && _dice.Percent(40) ? _dice.One(recent) : null;
        if (receipt is null) return;
        var file = _dice.One(Told.Cases);
        var directed = _dice.Percent(40);
        if (receipt.Obligor == file.Obligor && receipt.Case == (directed ? file.Number : "")) return;
        await using var db = Store.Read();
        var found = await db.Cases.Where(c => c.Number == file.Number).Select(c => new { c.Id, c.ObligorId }).SingleAsync();
        await Must(new IdentifyReceipt(Store, Policies).RunAsync(new(_receiptIds[receipt.Key], found.ObligorId, directed ? found.Id : null, "found out"), NextKey("whose"), Clerk));
        (receipt.Obligor, receipt.Case) = (file.Obligor, directed ? file.Number : "");
    }

    /// <summary>The court credits what was paid directly: the oldest debt first.</summary>
    private async Task CreditAsync()
    {
        var file = _dice.One(Told.Cases);
        var items = Bookkeeper.Read(Told, Today).Items(file.Number);
        if (items.Count == 0) return;
        var obligation = items[0].Split('|')[0];
        var owed = items.Where(i => i.StartsWith(obligation + "|", StringComparison.Ordinal)).Sum(i => long.Parse(i.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture));
        var cents = Math.Min(owed, _dice.From(1_000, 20_000));
        var key = (await Must(AdjustDebt.RunAsync(Store, Policies, Ask(), new(obligation, new(-cents), Today, null, SupportMonth.Undated)))).Adjustment;
        Told.Credits.Add(new(key, obligation, Today, cents));
    }

    /// <summary>A payee who had too much agrees in writing that a part of later payments is kept.</summary>
    private async Task ConsentAsync()
    {
        await using var db = Store.Read();
        var potential = await (from r in db.Recoveries join x in db.Receipts on r.ReceiptId equals x.Id where r.Status == RecoveryStatus.Potential orderby x.NaturalKey, r.Id select r.Id).ToListAsync();
        if (potential.Count == 0) return;
        await Must(RecordConsent.RunAsync(Store, Ask(), new(_dice.One(potential), true, Today, _dice.From(1, 10) * 100_000L, "letter on file")));
    }

    private async Task FindAddressAsync()
    {
        if (_addressKnown || Today < first.Plus(6).FirstDay) return;
        _addressKnown = true;
        await AddressAsync(_custodians[^1]);
    }
}
