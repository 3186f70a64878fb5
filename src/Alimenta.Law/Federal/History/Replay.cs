using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>Plays a stated history as it became known, by the code that keeps the books.</summary>
/// <remarks>On every day on which something becomes known, and on the first of every month, the whole history is played again; what a payee should
/// have of a receipt is compared with what he was paid. More is paid then; less becomes a potential recovery and is never taken back (H6).</remarks>
public static class Replay
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/history";

    /// <summary>Plays the history.</summary>
    /// <param name="request">The facts.</param>
    /// <param name="policyOn">The dated policies.</param>
    /// <param name="why">Takes the explanation of the receipt asked for.</param>
    public static Outcome<ReplayReply> Run(ReplayRequest request, Func<string, DateOnly, DistributionPolicy> policyOn, Explanation? why = null)
    {
        if (Fault(request) is { } fault) return fault;
        var cached = Cached(request, policyOn);
        var paid = new Dictionary<(string Payee, string Receipt), Money>();
        var due = new Dictionary<(string Payee, string Receipt), Money>();
        var payments = new List<ReplayPayment>();
        var asKnown = new List<ReplayMonth>();
        var last = request.Through;
        foreach (var day in Ticks(request))
        {
            var known = ReplayFacts.KnownOn(request, day);
            if (known.Refusal is { } refusal) return refusal;
            var month = SupportMonth.Of(day);
            var played = CirclePlay.Run(known.Value, cached, day, balances: day.Day == 1);
            // On the first of a month the month before has ended: what is known of it now is what was known at its end.
            if (day.Day == 1) asKnown.AddRange(played.Balances.Where(b => b.Month == month.Previous).Select(Month));
            due = Due(played);
            foreach (var (key, amount) in due.OrderBy(x => x.Key.Payee, StringComparer.Ordinal).ThenBy(x => x.Key.Receipt, StringComparer.Ordinal))
            {
                var more = amount - paid.GetValueOrDefault(key);
                if (!more.IsPositive) continue;
                paid[key] = amount;
                payments.Add(new(day, key.Payee, key.Receipt, more));
            }
        }

        var all = ReplayFacts.KnownOn(request, last);
        if (all.Refusal is { } no) return no;
        var final = CirclePlay.Run(all.Value, cached, last, request.Explain is null ? null : $"D:{request.Explain}", balances: true);
        if (why is not null && final.Steps.FirstOrDefault(s => s.Why is not null)?.Why is { } told) Copy(told, why);
        return new ReplayReply
        {
            MonthEnds = [.. final.Balances.Select(Month)],
            MonthEndsAsKnown = asKnown,
            Payments = payments,
            Recoveries = [.. paid.Select(p => new ReplayPayment(last, p.Key.Payee, p.Key.Receipt, p.Value - due.GetValueOrDefault(p.Key)))
                .Where(p => p.AmountCents.IsPositive && p.Payee is not ("state" or "federal")).OrderBy(p => p.Payee, StringComparer.Ordinal).ThenBy(p => p.Receipt, StringComparer.Ordinal)],
            FutureHeldCents = final.Futures.Sum(f => f.Amount),
            Steps = [.. final.Steps.Select(Step)],
        };
    }

    private static Refusal? Fault(ReplayRequest r)
    {
        if (r.Receipts.GroupBy(x => x.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new("L-HISTORY-TWICE", $"Two receipts are named \"{twice.Key}\".", "Give every receipt its own id.", "", "receipts");
        if (r.Returns.FirstOrDefault(b => r.Receipts.All(x => x.Id != b.Receipt)) is { } stray)
            return new("L-HISTORY-RETURN", $"A return names receipt \"{stray.Receipt}\", which is not in the history.", "Correct the id, or add the receipt.", "", "returns");
        if (r.Receipts.FirstOrDefault(x => !x.AmountCents.IsPositive) is { } nothing)
            return new("L-HISTORY-AMOUNT", $"Receipt \"{nothing.Id}\" has no amount above 0.00.", "Enter what was collected.", "", "receipts");
        if (r.Terms.FirstOrDefault(t => t.AmountCents.IsNegative) is { } below)
            return new("L-HISTORY-AMOUNT", $"Terms from {Days.Words(below.From)} have an amount below nothing.", "Enter an amount of at least 0.00.", "", "terms");
        if (r.Terms.FirstOrDefault(t => t.To < t.From) is { } backwards)
            return new("L-HISTORY-PERIOD", $"Terms from {Days.Words(backwards.From)} end before they begin.", "Correct the dates.", "", "terms");
        if (r.Assistance.FirstOrDefault(s => s.To < s.From) is { } spell)
            return new("L-HISTORY-PERIOD", $"Assistance from {Days.Words(spell.From)} ends before it begins.", "Correct the dates.", "", "assistance");
        return null;
    }

    /// <summary>Every day on which something becomes known, and the first of every month.</summary>
    private static IEnumerable<DateOnly> Ticks(ReplayRequest r)
    {
        var days = r.Terms.Select(t => t.KnownOn ?? t.From)
            .Concat(r.Assistance.Select(s => s.KnownOn ?? s.From)).Concat(r.Assistance.Where(s => s.To is not null).Select(s => s.EndKnownOn ?? s.To!.Value))
            .Concat(r.Grants.Select(g => g.KnownOn ?? g.On)).Concat(r.Openings.Select(o => o.KnownOn ?? o.On))
            .Concat(r.Receipts.Select(x => x.KnownOn ?? x.On)).Concat(r.Returns.Select(b => b.On)).Concat(r.Adjustments.Select(a => a.KnownOn ?? a.On)).ToList();
        if (days.Count == 0) return [r.Through];
        for (var month = SupportMonth.Of(days.Min()).Next; month.FirstDay <= r.Through; month = month.Next) days.Add(month.FirstDay);
        return days.Append(r.Through).Where(d => d <= r.Through).Distinct().Order();
    }

    private static Dictionary<(string Payee, string Receipt), Money> Due(Played played)
    {
        var due = new Dictionary<(string, string), Money>();
        foreach (var step in played.Steps)
            foreach (var use in step.Uses.Where(u => u.To != Recipient.Future))
            {
                var key = (Payee(use), step.Receipt);
                due[key] = due.GetValueOrDefault(key) + use.Amount;
            }

        return due;
    }

    private static string Payee(MoneyUse use) => use.To switch
    {
        Recipient.StateIvA or Recipient.StateIvE => use.Federal ? "federal" : "state",
        Recipient.Medicaid => "medicaid",
        Recipient.Agency => "agency",
        Recipient.Fee => "fee",
        _ => use.Payee,
    };

    private static ReplayMonth Month(MonthBalance b) => new(
        b.Month.ToString(),
        b.Balances.GetValueOrDefault(DebtPlace.Current),
        b.Balances.Where(x => x.Key != DebtPlace.Current).OrderBy(x => x.Key).ToDictionary(x => x.Key.ToString(), x => x.Value),
        b.Balances.Values.Sum(),
        b.Unreimbursed);

    private static ReplayStep Step(Step s) => new(s.On, s.Kind, s.Key,
        [.. s.Debts.Select(d => $"{d.Amount} of {d.Obligation} {d.Month}: {d.From} to {d.To}")],
        [.. s.Uses.Select(u => $"{u.Amount} to {(u.To == Recipient.Future ? "future support" : Payee(u))}")]);

    private static void Copy(Explanation from, Explanation to)
    {
        foreach (var step in from.Steps) to.Step(step.Sentence, step.Citation, step.Part);
        foreach (var parameter in from.Parameters) to.Read(parameter);
        foreach (var child in from.Children) Copy(child, to.Child(child.Rule, child.Citation));
    }

    /// <summary>A history asks for the same days again and again.</summary>
    private static Func<string, DateOnly, DistributionPolicy> Cached(ReplayRequest request, Func<string, DateOnly, DistributionPolicy> policyOn)
    {
        var known = new Dictionary<(string, DateOnly), DistributionPolicy>();
        return (policy, day) =>
        {
            if (!known.TryGetValue((policy, day), out var found))
                known[(policy, day)] = found = request.Options?.Over(policyOn(policy, day)) ?? policyOn(policy, day);
            return found;
        };
    }
}
