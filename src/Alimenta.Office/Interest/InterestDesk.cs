using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Interest;

/// <summary>What a run stated of a case.</summary>
/// <param name="Through">The day through which it counted.</param>
/// <param name="Interest">The interest.</param>
/// <param name="Unpaid">The support that was unpaid.</param>
/// <param name="NotCounted">The debts on which none could be counted.</param>
public sealed record InterestStated(DateOnly Through, Money Interest, Money Unpaid, Money NotCounted);

/// <summary>Interest in a case as things stand, and what runs stated of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Policy">The state's rules.</param>
/// <param name="By">How interest comes to be owed under them.</param>
/// <param name="Through">The business date.</param>
/// <param name="Count">What it comes to; null where none is counted.</param>
/// <param name="Why">Why.</param>
/// <param name="Stated">What runs stated, the latest first.</param>
public sealed record CaseInterest(string Case, string Policy, InterestBy By, DateOnly Through, InterestCount? Count, Explanation Why, IReadOnlyList<InterestStated> Stated);

/// <summary>Counts the interest of one case as things stand: what the next run would state while it is open. Nothing is changed.</summary>
public sealed class InterestDesk(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>So many statements are told, the latest.</summary>
    public const int MostStated = 36;

    /// <summary>Counts it.</summary>
    public async Task<Outcome<CaseInterest>> OfCaseAsync(string number, CancellationToken cancel = default)
    {
        try
        {
            return await CountAsync(number, cancel);
        }
        catch (LawNotCovered gap)
        {
            return gap.ToRefusal();
        }
    }

    private async Task<Outcome<CaseInterest>> CountAsync(string number, CancellationToken cancel)
    {
        var known = CaseNumber.TryParse(number, out var parsed) ? parsed.ToString() : "";
        await using var db = store.Read();
        var file = await db.Cases.SingleOrDefaultAsync(c => c.Number == known, cancel);
        if (file is null) return new Refusal("R-EXPLAIN-CASE", $"There is no case {number}.", "Check the number: its last digit checks the others.", Field: "case");
        var today = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
        if (today == default) return BusinessDays.None;
        var (by, why) = (InterestCount.By(file.Policy), new Explanation(RuleOf(file.Policy), CitationOf(file.Policy)));
        if (by != InterestBy.EachPayment) return new CaseInterest(known, file.Policy, by, today, null, None(by, policies.Law.On(today, file.Policy), why), []);
        var stated = await db.InterestStatements.Where(s => s.CaseId == file.Id).OrderByDescending(s => s.ThroughOn).Take(MostStated).Select(s => new InterestStated(s.ThroughOn, s.Interest, s.Unpaid, s.NotCounted)).ToListAsync(cancel);
        var circle = (await CircleLoader.LoadAsync(db, [file.CircleId], cancel)).Single();
        var orders = await InterestRuns.OrdersAsync(db, [file.Id], cancel);
        var count = InterestCount.Of(policies.Law.On(today, file.Policy), circle.Facts.Cases.Single(c => c.Key == known), CirclePlay.Run(circle.Facts, policies.On, today).Steps, orders, today, why);
        if (count.Refusal is { } refusal) return refusal;
        Say(count.Value, why);
        return new CaseInterest(known, file.Policy, by, today, count.Value, why, stated);
    }

    private static void Say(InterestCount count, Explanation why)
    {
        if (count.Interest.IsZero) why.Step($"No payment that fell due bears interest through {Days.Words(count.Through)}.", IowaInterest.Citation);
        why.Step("Support that is withheld from income and late only because the pay days differ from the due days bears none. The pay days are not known here, so such support is counted like any other.", IowaInterest.Citation);
        if (count.Joint) why.Step("Another person owes some of this support too. The same interest is stated in the case of each, and is one interest.");
        why.Step("Interest is counted on the support alone, never on interest. It is no part of what the books say is owed: whether a payment goes first to support or to interest is not settled by what was read, so none is taken for it.");
    }

    private static string RuleOf(string policy) => InterestCount.By(policy) switch { InterestBy.EachPayment => IowaInterest.RuleId, InterestBy.Judgment => NyInterest.RuleId, InterestBy.NotEstablished => OregonInterest.RuleId, _ => "interest" };

    private static string CitationOf(string policy) => InterestCount.By(policy) switch { InterestBy.EachPayment => IowaInterest.Citation, InterestBy.Judgment => "CPLR 5003, 5004; FCA 460(1)", InterestBy.NotEstablished => "OAR 137-055-5080", _ => "" };

    private static Explanation None(InterestBy by, LawOn law, Explanation why)
    {
        switch (by)
        {
            case InterestBy.Judgment:
                law.Ppm("ny/guidelines/interest/rate", why);
                return why.Step("Arrears bear interest once they are entered as a money judgment, from their due days where the default was willful. The entry of judgments is not kept here, so none is counted. What an order of another state bears is not counted either.", "FCA 460(1); CPLR 5003, 5004");
            case InterestBy.NotEstablished:
                law.Flag("or/guidelines/interest/accrues", why);
                return why.Step("The program works out no interest. An amount that a judgment or order sets, that the parties agree in writing, or that another state certifies is entered as a debt of its own. What an order of another state bears is not counted either.", "OAR 137-055-5080(1)-(2)");
            default:
                return why.Step("No rule of this state on interest is recorded, so none is counted.");
        }
    }
}
