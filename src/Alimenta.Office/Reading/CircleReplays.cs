using Alimenta.Data;
using Alimenta.Law.Federal;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using LawKind = Alimenta.Law.Federal.Distribution.ObligationKind;

namespace Alimenta.Office.Reading;

/// <summary>A circle played again as the books stand, with the steps asked for explained.</summary>
/// <param name="Circle">Its facts.</param>
/// <param name="Play">What the facts demand.</param>
/// <param name="Names">People's names by their numbers.</param>
/// <param name="Reasons">Why each adjustment was made, by its natural key.</param>
/// <param name="Law">The law.</param>
internal sealed record CircleReplay(LoadedCircle Circle, Played Play, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Reasons, PolicyDesk Law)
{
    /// <summary>Plays the circle of a case; null when nothing was ever posted for it.</summary>
    public static async Task<CircleReplay?> OfCaseAsync(AlimentaDb db, PolicyDesk policies, string number, Func<string, bool>? explain, CancellationToken cancel)
    {
        var circle = await db.Cases.Where(c => c.Number == number).Select(c => c.CircleId).SingleOrDefaultAsync(cancel);
        return circle == 0 ? null : await OfCircleAsync(db, policies, circle, explain, cancel);
    }

    /// <summary>Plays a circle through the day to which its books were brought; null when nothing was ever posted for it.</summary>
    public static async Task<CircleReplay?> OfCircleAsync(AlimentaDb db, PolicyDesk policies, long circle, Func<string, bool>? explain, CancellationToken cancel)
    {
        var through = await db.CircleStates.Where(s => s.CircleId == circle).Select(s => (DateOnly?)s.ThroughDate).SingleOrDefaultAsync(cancel);
        if (through is not { } day || day == DateOnly.MinValue || (await CircleLoader.LoadAsync(db, [circle], cancel)).SingleOrDefault() is not { } loaded) return null;
        var people = loaded.People.Values.ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Number, PersonText.Name, cancel);
        var cases = loaded.Cases.Values.Select(c => c.Id).ToList();
        var reasons = await db.Adjustments.Where(a => cases.Contains(a.CaseId)).ToDictionaryAsync(a => a.NaturalKey, a => a.Reason, cancel);
        return new(loaded, CirclePlay.Explain(loaded.Facts, policies.On, day, explain), names, reasons, policies);
    }

    /// <summary>A case of the circle.</summary>
    public CaseFacts Case(string number) => Circle.Facts.Cases.Single(c => c.Key == number);

    /// <summary>The obligation with a key.</summary>
    public ObligationFacts Obligation(string key) => Circle.Facts.Cases.SelectMany(c => c.Obligations).Single(o => o.Key == key);

    /// <summary>An obligation in words: child support for Mara Brandt under order 24DR01877.</summary>
    public string Words(ObligationFacts o) =>
        $"{Kind(o)}{(Names.TryGetValue(o.Supported, out var name) ? $" for {name}" : "")} under order {o.Order}";

    /// <summary>Notes those of the state's choices that decided a distribution in a case.</summary>
    public void ReadPolicy(Explanation why, string caseKey, Step step)
    {
        var all = new Explanation("policy", "");
        DistributionPolicyReader.Read(Law.Law.On(step.On, Case(caseKey).Policy), all);
        var decided = Decided(caseKey, step).ToList();
        foreach (var read in all.Parameters.Where(p => decided.Exists(d => p.Id.EndsWith(d, StringComparison.Ordinal)))) why.Read(read);
    }

    private IEnumerable<string> Decided(string caseKey, Step step)
    {
        var parts = step.Parts.Where(p => p.Case == caseKey).Select(p => p.Part).ToList();
        if (parts.Exists(p => p.Bucket == "current")) yield return "/current-support/tiers";
        if (parts.Exists(p => Enum.TryParse<DebtClass>(p.Bucket, out _))) yield return Order(caseKey, step);
        if (step.Receipt.Length > 0 && Circle.Receipts[step.Receipt].Source == ReceiptSource.FederalTaxOffset) yield return "/offset-election";
        if (parts.Exists(p => p.To is Recipient.StateIvA or Recipient.StateIvE)) yield return "policy/federal-share";
        if (parts.Exists(p => p.Rule == "pass-through"))
            foreach (var id in (string[])["/pass-through/basis", "/pass-through/first", "/pass-through/most"]) yield return id;
        if (parts.Exists(p => p.To == Recipient.Fee))
            foreach (var id in (string[])["/fee/method", "/fee/annual/amount", "/fee/annual/threshold"]) yield return id;
        if (step.Parts.Any(p => p.Part.To == Recipient.Future)) yield return "/future-months-most";
    }

    private string Order(string caseKey, Step step)
    {
        var file = Case(caseKey);
        if (Circle.Receipts[step.Receipt].Source == ReceiptSource.FederalTaxOffset && Law.On(file.Policy, step.On).OffsetElection == OffsetElection.Prwora) return "/distribution/offset-order";
        return new AssistanceCalendar(Circle.Facts.Spells).Status(file, SupportMonth.Of(step.On)) switch
        {
            AssistanceStatus.Never => "/distribution/never-order",
            AssistanceStatus.Current => "/distribution/current-order",
            _ => "/distribution/former-order",
        };
    }

    private static string Kind(ObligationFacts o) => o.Kind switch
    {
        LawKind.Child => "child support",
        LawKind.Spousal => "spousal support",
        LawKind.Medical => "medical support",
        LawKind.Judgment => "a judgment for support of the past",
        _ => "the ordered payment toward arrears",
    };
}
