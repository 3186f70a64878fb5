using Alimenta.Data;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Pages.Files;

namespace Alimenta.Web.Pages.Financial;

/// <summary>The lists of money on its way, said once for page and spreadsheet.</summary>
internal static class MoneyTables
{
    /// <summary>What is due.</summary>
    /// <param name="today">The business date.</param>
    /// <param name="cases">Whether cases may be opened.</param>
    /// <param name="why">Why each is due on its day, by its number.</param>
    public static TableOf<DueRow> Due(DateOnly today, bool cases, IReadOnlyDictionary<long, Explanation> why) => new TableOf<DueRow>()
        .Text("Payee", d => d.Payee, sort: "payee", head: true)
        .Text("As", d => MoneyWords.Of(d.Kind))
        .Key("Case", d => d.CaseNumber, sort: "case", href: d => cases && d.CaseNumber.Length > 0 ? $"/cases/{d.CaseNumber}" : "")
        .Text("Receipt", d => MoneyWords.Number(d.ReceiptKey), href: d => d.ReceiptId is { } id ? $"/receipts/{id}" : "")
        .Text("State", d => d.Status == PayableStatus.InFile ? "in a file, not released" : "open")
        .Add(new() { Title = "Last day", Sort = "due", Kind = CellKind.Date, Text = d => LastDay(d, today), Csv = d => Words.Iso(d.DueOn), Tone = d => d.DaysLate > 0 ? Tone.Bad : d.DueOn == today ? Tone.Warn : Tone.Neutral })
        .Money("Amount", d => d.Amount, sort: "amount", why: d => why.TryGetValue(d.Id, out var tree) ? new($"Why {d.Amount} must leave by {Words.Date(d.DueOn)}", tree) : null);

    /// <summary>What is held.</summary>
    /// <param name="today">The business date.</param>
    /// <param name="cases">Whether cases may be opened.</param>
    /// <param name="why">Why each waits, by its number.</param>
    public static TableOf<HoldRow> Holds(DateOnly today, bool cases, IReadOnlyDictionary<long, Explanation> why) => new TableOf<HoldRow>()
        .Text("Why it waits", h => HoldWords.Name(h.Reason), head: true, href: h => $"/money/holds/{h.Id}")
        .Text("For", h => h.Payee.Length > 0 ? h.Payee : h.Reason == HoldReason.Unidentified ? "nobody named yet" : "–", sort: "for")
        .Key("Case", h => h.CaseNumber, href: h => cases && h.CaseNumber.Length > 0 ? $"/cases/{h.CaseNumber}" : "")
        .Text("Receipt", h => MoneyWords.Number(h.ReceiptKey), href: h => h.ReceiptId is { } id ? $"/receipts/{id}" : "")
        .Date("Money since", h => h.MoneySince)
        .Count("Days", h => h.MoneyDays)
        .Date("Held since", h => h.PlacedOn, sort: "since")
        .Text("Looked at again", h => h.ReleaseOn is { } until ? $"ends {Words.Date(until)}" : Words.Date(h.ReviewOn), tone: h => h.ReviewOn < today ? Tone.Bad : Tone.Neutral, sort: "review", csv: h => Words.Iso(h.ReleaseOn ?? h.ReviewOn))
        .Text("Owner", h => CaseWords.Owner(h.Owner))
        .Add(new() { Title = "Amount", Sort = "amount", Kind = CellKind.Money, Text = Waits, Csv = h => Csv.Amount(h.Amount), Why = h => why.TryGetValue(h.Id, out var tree) ? new($"Why {Waits(h)} waits", tree) : null });

    /// <summary>Whose money is not known, for a spreadsheet; the page shows the people at length.</summary>
    public static TableOf<UnidentifiedRow> Unidentified { get; } = new TableOf<UnidentifiedRow>()
        .Date("Received", u => u.ReceivedOn)
        .Count("Days", u => u.DaysWaiting)
        .Text("Receipt", u => MoneyWords.Number(u.Key), head: true)
        .Text("Sent by", u => u.PayorName)
        .Text("Employer", u => u.Employer)
        .Text("Collected by", u => MoneyWords.Of(u.Source))
        .Text("Check", u => u.CheckNumber)
        .Text("Why nobody is known", u => u.Why)
        .Text("Whose it may be", u => string.Join("; ", u.Candidates.Select(c => $"{c.Name}, {string.Join(", ", c.Cases)}")))
        .Money("Amount", u => u.Amount);

    /// <summary>What payees had too much.</summary>
    public static TableOf<RecoveryItem> Recoveries(bool cases) => new TableOf<RecoveryItem>()
        .Text("Payee", r => r.Payee, sort: "payee", head: true, href: r => $"/money/recoveries/{r.Id}")
        .Key("Case", r => r.CaseNumber, href: r => cases && r.CaseNumber.Length > 0 ? $"/cases/{r.CaseNumber}" : "")
        .Text("Receipt", r => MoneyWords.Number(r.ReceiptKey), href: r => r.ReceiptId is { } id ? $"/receipts/{id}" : "")
        .Text("What the payee says", Consent, template: r => FileTables.Mark(Consent(r), ToneOf(r)))
        .Money("Had too much", r => r.Amount, sort: "amount")
        .Money("Came back", r => r.Recovered)
        .Money("Outstanding", r => r.Left, sort: "left");

    /// <summary>What a payee says to giving money back.</summary>
    public static string Consent(RecoveryItem item) => item switch
    {
        { Status: RecoveryStatus.Closed } => "settled",
        { Status: RecoveryStatus.Waived } => "waived",
        { Consent: RecoveryConsent.Written } => $"agreed to {Words.Share(item.Ppm)}",
        { Consent: RecoveryConsent.Refused } => "refused",
        _ => "not asked yet",
    };

    /// <summary>How it looks.</summary>
    public static Tone ToneOf(RecoveryItem item) => item.Status == RecoveryStatus.Active ? Tone.Good : item.Status == RecoveryStatus.Potential && item.Consent == RecoveryConsent.None ? Tone.Warn : Tone.Neutral;

    // A dispute as such holds whatever comes; what waits already has holds of its own.
    private static string Waits(HoldRow hold) => hold is { Reason: HoldReason.Dispute, ReceiptId: null, Amount.IsZero: true } ? "all that comes" : hold.Amount.ToString();

    private static string LastDay(DueRow row, DateOnly today) =>
        row.DaysLate > 0 ? $"{Words.Count(row.DaysLate, "day", "days")} late" : row.DueOn == today ? "today" : Words.Date(row.DueOn);
}
