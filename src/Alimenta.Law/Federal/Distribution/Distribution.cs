namespace Alimenta.Law.Federal.Distribution;

/// <summary>Distribution of an amount within one case: 42 USC 657, 45 CFR 302.51 and 302.52, with the state's options.</summary>
/// <remarks>Walks the statute: current support, then arrears class by class in the state's order, the annual fee where the state takes it
/// from support, then what is beyond every debt. Parts are never negative and add up to the amount; both are asserted.</remarks>
public static class Distribution
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/distribution";

    /// <summary>Distributes the amount. Debts and unreimbursed assistance in <paramref name="facts"/> are changed by it.</summary>
    /// <param name="facts">What is known of the case.</param>
    /// <param name="policy">The state's choices on the date of collection.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="InvalidOperationException">A broken promise: parts that are negative or do not add up.</exception>
    public static Outcome<DistributionResult> Decide(DistributionFacts facts, DistributionPolicy policy, Explanation? why = null)
    {
        if (Contradiction(facts) is { } refusal) return refusal;
        var work = new DistributionWork(facts, policy, why);
        var result = work.Run();
        var total = result.Parts.Sum(p => p.Amount) + result.Rest;
        if (total != facts.Amount || result.Parts.Any(p => !p.Amount.IsPositive))
            throw new InvalidOperationException($"Distribution of {facts.Amount} gave parts of {total} in case {facts.Case}.");
        return result;
    }

    /// <summary>Facts that cannot be true together (our convention D18).</summary>
    private static Refusal? Contradiction(DistributionFacts facts)
    {
        if (facts.Amount.IsNegative)
            return new("L-DIST-NEGATIVE", "The amount to distribute is below nothing.", "Enter an amount of at least 0.00.", "conventions D18", "amount_cents");
        Debt? assigned = null, temporary = null;
        foreach (var row in facts.Debts.Rows)
        {
            if (row.Left.IsNegative) return new("L-DIST-NEGATIVE", "A debt is below nothing.", "Enter debts of at least 0.00.", "conventions D18", "arrears");
            if (row.Case != facts.Case) continue;
            if (row.Place is DebtPlace.PA or DebtPlace.TA or DebtPlace.CA or DebtPlace.UDA or DebtPlace.UPA) assigned ??= row;
            if (row.Place == DebtPlace.TA) temporary ??= row;
        }

        if (facts.Status == AssistanceStatus.Never && assigned is not null)
            return new("L-DIST-NEVER-ASSIGNED", $"The family never had assistance, yet {assigned.Left} of its arrears stands in class {assigned.Place}.",
                "Record the assistance, or put the arrears into class NA.", "42 USC 657(a)(4); conventions D18", "arrears");
        if (facts.Status != AssistanceStatus.Current && temporary is not null)
            return new("L-DIST-TEMPORARY", $"{temporary.Left} of arrears is temporarily assigned, yet no assistance spell runs.",
                "Record the spell, or put the arrears into class CA or UPA.", "42 USC 657(a)(2); conventions D18", "arrears");
        return null;
    }
}

/// <summary>One run of the distribution: what is left, and the parts so far.</summary>
internal sealed class DistributionWork(DistributionFacts facts, DistributionPolicy policy, Explanation? why)
{
    private readonly List<DistributionPart> _parts = [];
    private readonly List<DebtMove> _moves = [];
    private readonly bool _offset = facts.Source == CollectionSource.FederalTaxOffset;
    private readonly bool _taxOffset = facts.Source is CollectionSource.FederalTaxOffset or CollectionSource.StateTaxOffset;
    private Money _left = facts.Amount;
    private Money _retainedIvA;
    private Money _retainedIvE;
    private Money _passedThrough;
    private Money _passedBeyond;

    private bool PrworaOffset => _offset && policy.OffsetElection == OffsetElection.Prwora;

    /// <summary>A federal tax refund offset pays arrears only under the PRWORA election, and always in foster care (D2, D10).</summary>
    private bool ArrearsOnly => PrworaOffset || (_offset && facts.FosterCare);

    public DistributionResult Run()
    {
        AssignedArrears.Recompute(facts.Debts, facts.CustodianCases, facts.Unreimbursed, _moves);
        if (ArrearsOnly)
            why?.Step("A federal tax refund offset pays arrears only, never current support.", facts.FosterCare ? "45 CFR 302.52(b)" : "42 USC 654(34); former 657(a)(2)(B)(iv)");
        else
            CurrentSupport();

        var most = _offset && facts.Certified is { } certified ? Money.Min(_left, certified) : _left;
        if (policy.FeeMethod == FeeMethod.ChargeObligor && !_taxOffset && facts.Only is null)
        {
            var payback = Money.Min(most, facts.PaybackDue);
            var after = Arrears(payback);
            ChargeFeeToObligor();
            Arrears(Money.Min(_left, most - after));
        }
        else
        {
            Arrears(most);
        }

        if (policy.FeeMethod == FeeMethod.Retain) RetainFee();
        var rest = Beyond();
        var federalA = (_retainedIvA + _passedBeyond).ShareHalfUp(policy.FederalSharePpm, 1_000_000);
        var federalE = _retainedIvE.ShareHalfUp(policy.FederalSharePpm, 1_000_000);
        if (!(_retainedIvA + _retainedIvE).IsZero)
            why?.Step($"Of {_retainedIvA + _retainedIvE} kept, {federalA + federalE} is the federal share ({policy.FederalSharePpm / 10_000m:0.####} %); the state takes the rest.", "42 USC 657(c)(2)");
        return new()
        {
            Parts = _parts,
            Moves = _moves,
            RetainedIvA = _retainedIvA,
            RetainedIvE = _retainedIvE,
            FederalIvA = federalA,
            FederalIvE = federalE,
            PassedThrough = _passedThrough,
            PassedThroughBeyond = _passedBeyond,
            Rest = rest,
        };
    }

    private void CurrentSupport()
    {
        var current = Payable(DebtPlace.Current).ToList();
        foreach (var tier in policy.CurrentTiers)
        {
            var rows = current.Where(r => tier.Contains(r.Kind)).ToList();
            var due = rows.Sum(r => r.Left);
            var paid = Money.Min(_left, due);
            if (paid.IsZero) continue;
            why?.Step(paid == due
                ? $"{paid} pays the current {Name(tier)} of the month in full."
                : $"{paid} pays toward the current {Name(tier)} of the month; {due - paid} of it is still unpaid.", "45 CFR 302.51(a)(1)", "current");
            var shares = paid.Apportion([.. rows.Select(r => r.Left.Cents)]);
            foreach (var assignment in rows.Select(r => r.Assignment).Distinct().Order().ToList())
                Current(assignment, [.. rows.Zip(shares).Where(x => x.First.Assignment == assignment && !x.Second.IsZero)]);
        }
    }

    private void Current(Assignment assignment, List<(Debt Row, Money Amount)> payments)
    {
        var total = payments.Sum(p => p.Amount);
        switch (assignment)
        {
            case Assignment.Tanf:
                var pass = PassThrough(total);
                var kept = Money.Min(total - pass, facts.Unreimbursed.OrZero);
                if (!pass.IsZero) why?.Step($"{pass} of it is passed through to the family, which receives assistance.", "42 USC 657(a)(6)(B)", "current");
                if (!kept.IsZero) why?.Step($"{kept} of it is kept for assistance; {facts.Unreimbursed} was not yet reimbursed.", "42 USC 657(a)(1), (3)", "current");
                if (pass + kept < total) why?.Step($"{total - pass - kept} is above the unreimbursed assistance and goes to the family.", "42 USC 657(a)(3)", "current");
                PayInOrder(payments, [(Recipient.Family, pass, "pass-through"), (Recipient.StateIvA, kept, "current-assigned"), (Recipient.Family, total - pass - kept, "current-above-assistance")]);
                Keep(kept);
                break;
            case Assignment.FosterCare:
                var maintenance = Money.Min(total, facts.MaintenanceLeft);
                why?.Step($"A child is in foster care: {maintenance} goes to the state for this month's maintenance, {total - maintenance} to the agency for the child.", "45 CFR 302.52(b)(1), (2)", "current");
                PayInOrder(payments, [(Recipient.StateIvE, maintenance, "foster-care-maintenance"), (Recipient.Agency, total - maintenance, "foster-care-current")]);
                _retainedIvE += maintenance;
                facts.UnreimbursedFosterCare = (facts.UnreimbursedFosterCare - maintenance).OrZero;
                break;
            case Assignment.Medicaid:
                why?.Step($"{total} is assigned medical support and goes to the Medicaid agency.", "45 CFR 302.51(c)", "current");
                PayInOrder(payments, [(Recipient.Medicaid, total, "current-medical")]);
                break;
            default:
                PayInOrder(payments, [(Recipient.Family, total, "current-family")]);
                break;
        }
    }

    /// <summary>What of assigned current support is passed through: before the limit of unreimbursed assistance, once a month (D13).</summary>
    private Money PassThrough(Money assignedCurrent)
    {
        if (policy.PassThroughBasis == PassThroughBasis.None || facts.Status != AssistanceStatus.Current) return Money.Zero;
        var table = policy.PassThroughBasis == PassThroughBasis.ByChild
            ? Money.Min(new(policy.PassThroughFirst.Cents * Math.Max(1, facts.Children)), policy.PassThroughMost)
            : facts.Children > 1 ? policy.PassThroughMost : policy.PassThroughFirst;
        var pass = Money.Min((table - facts.PassedThrough - _passedThrough).OrZero, assignedCurrent);
        var excepted = facts.Children > 1 ? policy.ExceptedMoreChildren : policy.ExceptedOneChild;
        var free = (excepted - facts.PassedThrough - _passedThrough).OrZero;
        var beyond = (pass - free).OrZero;
        if (!beyond.IsZero)
        {
            // Beyond the excepted amount the state pays from its own share: the federal share of it must still fit into what is kept.
            var free0 = pass - beyond;
            var ownShare = (assignedCurrent - free0).ShareDown(1_000_000 - policy.FederalSharePpm, 1_000_000);
            beyond = Money.Min(beyond, ownShare);
            pass = free0 + beyond;
        }

        _passedThrough += pass;
        _passedBeyond += beyond;
        return pass;
    }

    /// <summary>Pays arrears with at most an amount, class by class; returns what was paid.</summary>
    private Money Arrears(Money most)
    {
        var start = _left;
        var room = Money.Min(most, _left);
        if (!room.IsPositive) return Money.Zero;
        foreach (var stage in ArrearsStages.Of(facts, policy, PrworaOffset))
        {
            if (!room.IsPositive) break;
            foreach (var row in Payable(stage.Place))
            {
                // A retention lowers the unreimbursed assistance and with it the assigned class: read the row as it stands now.
                var limit = stage.To switch
                {
                    Recipient.StateIvA => Money.Min(row.Left, facts.Unreimbursed.OrZero),
                    Recipient.StateIvE => Money.Min(row.Left, facts.UnreimbursedFosterCare.OrZero),
                    _ => row.Left,
                };
                var amount = Money.Min(room, limit);
                if (amount.IsZero) continue;
                why?.Step($"{amount} pays {ArrearsStages.Name(stage.Place)} arrears{(row.Month.IsUndated ? "" : $" of {row.Month.Words}")} ({row.Left} owed): {stage.Sentence}", stage.Citation, stage.Place.ToString());
                Pay(row, amount, stage.To, stage.Rule);
                room -= amount;
                if (stage.To == Recipient.StateIvA) Keep(amount);
                if (stage.To == Recipient.StateIvE)
                {
                    _retainedIvE += amount;
                    facts.UnreimbursedFosterCare -= amount;
                }

                if (!room.IsPositive) break;
            }
        }

        return start - _left;
    }

    private IEnumerable<Debt> Payable(DebtPlace place) =>
        facts.Debts.Of(facts.Case, place).Where(r => (facts.Obligations is null || facts.Obligations.Contains(r.Obligation)) && (facts.Only is not { } only || only == (r.Obligation, r.Month)));

    private void Keep(Money amount)
    {
        if (amount.IsZero) return;
        _retainedIvA += amount;
        facts.Unreimbursed -= amount;
        AssignedArrears.Recompute(facts.Debts, facts.CustodianCases, facts.Unreimbursed, _moves);
    }

    /// <summary>The annual fee out of the family's money above the first part of the year (D16, 45 CFR 302.33(e)(3)(i)).</summary>
    private void RetainFee()
    {
        if (!facts.FeeApplies || facts.Status != AssistanceStatus.Never) return;
        var toFamily = _parts.Where(p => p.To == Recipient.Family).Sum(p => p.Amount);
        var above = Money.Min(toFamily, facts.ReachedFamilyThisYear + toFamily - policy.FeeThreshold).OrZero;
        var fee = Money.Min((policy.FeeAmount - facts.FeePaidThisYear).OrZero, above);
        if (fee.IsZero) return;
        why?.Step($"{facts.ReachedFamilyThisYear + toFamily} has come in for the family this federal fiscal year, more than {policy.FeeThreshold}: {fee} of it is the annual fee. The obligor is credited in full.", "45 CFR 302.33(e)(3)(i)", "fee");
        for (var i = _parts.Count - 1; i >= 0 && !fee.IsZero; i--)
        {
            if (_parts[i].To != Recipient.Family) continue;
            var take = Money.Min(fee, _parts[i].Amount);
            var part = _parts[i];
            _parts[i] = part with { Amount = take, To = Recipient.Fee, Rule = "fee-retained" };
            if (part.Amount > take) _parts.Insert(i, part with { Amount = part.Amount - take });
            fee -= take;
        }
    }

    /// <summary>The annual fee from the obligor, beyond current support and the ordered payback, once the first part of the year was reached before (D16).</summary>
    private void ChargeFeeToObligor()
    {
        if (!facts.FeeApplies || facts.Status != AssistanceStatus.Never || facts.ReachedFamilyThisYear < policy.FeeThreshold) return;
        var fee = Money.Min(_left, (policy.FeeAmount - facts.FeePaidThisYear).OrZero);
        if (fee.IsZero) return;
        why?.Step($"{fee} is the annual fee, charged to the obligor after current support.", "45 CFR 302.33(e)(3)(iii)", "fee");
        Take(new("fee", "", SupportMonth.Undated, Recipient.Fee, fee, "fee-charged", policy.FeeAmount - facts.FeePaidThisYear));
    }

    /// <summary>What is beyond every debt (D15; 45 CFR 302.51(b), 303.72(h)(4)).</summary>
    private Money Beyond()
    {
        if (_left.IsZero) return Money.Zero;
        if (facts.LeaveRest) return _left;
        foreach (var (to, amount, sentence, citation) in OverpaymentRule.Decide(_left, facts.Source, facts.Intent, facts.CurrentOrder, facts.MonthlyDue, facts.FutureHeld, policy))
        {
            why?.Step(sentence, citation, to.ToString());
            Take(new(OverpaymentRule.Bucket(to), "", SupportMonth.Undated, to, amount, OverpaymentRule.Bucket(to), Money.Zero));
        }

        return Money.Zero;
    }

    private void PayInOrder(List<(Debt Row, Money Amount)> payments, (Recipient To, Money Amount, string Rule)[] uses)
    {
        var use = 0;
        var room = uses[0].Amount;
        foreach (var (row, amount) in payments)
        {
            for (var left = amount; !left.IsZero;)
            {
                while (room.IsZero) room = uses[++use].Amount;
                var pay = Money.Min(left, room);
                Pay(row, pay, uses[use].To, uses[use].Rule);
                left -= pay;
                room -= pay;
            }
        }
    }

    private void Pay(Debt row, Money amount, Recipient to, string rule)
    {
        var bucket = row.Place == DebtPlace.Current ? "current" : row.Place.ToString();
        Take(new(bucket, row.Obligation, row.Month, to, amount, rule, row.Left));
        facts.Debts.Move(row, DebtPlace.Satisfied, amount, _moves);
    }

    private void Take(DistributionPart part)
    {
        _parts.Add(part);
        _left -= part.Amount;
    }

    private static string Name(IReadOnlyList<ObligationKind> tier) => tier.Contains(ObligationKind.Medical) ? "medical support" : tier is [ObligationKind.Spousal] ? "spousal support" : "support";
}
