namespace Alimenta.Law.Federal.Distribution;

/// <summary>How arrears change class when the unreimbursed assistance changes or assistance begins or ends.</summary>
/// <remarks>42 USC 657(a)(3), 608(a)(3). The unreimbursed assistance belongs to the custodian, so all cases of one custodian share it.</remarks>
public static class AssignedArrears
{
    /// <summary>Keeps permanently assigned arrears at the smaller of all during-assistance arrears and the unreimbursed assistance (our convention D7).</summary>
    /// <param name="sheet">The debts.</param>
    /// <param name="cases">The custodian's cases.</param>
    /// <param name="unreimbursed">Assistance paid and not yet retained, at least nothing.</param>
    /// <param name="moves">Takes the moves made.</param>
    public static void Recompute(DebtSheet sheet, IReadOnlySet<string> cases, Money unreimbursed, List<DebtMove> moves)
    {
        var (assigned, unassigned) = (sheet.Of(cases, DebtPlace.PA), sheet.Of(cases, DebtPlace.UDA));
        if (assigned.Count + unassigned.Count == 0) return;
        var total = assigned.Sum(r => r.Left);
        var target = Money.Min(total + unassigned.Sum(r => r.Left), unreimbursed.OrZero);

        // The newest months leave first, the oldest return first: what was repaid stays repaid.
        for (var i = assigned.Count - 1; i >= 0 && total > target; i--)
            total -= MoveUpTo(sheet, assigned[i], DebtPlace.UDA, total - target, moves);
        for (var i = 0; i < unassigned.Count && total < target; i++)
            total += MoveUpTo(sheet, unassigned[i], DebtPlace.PA, target - total, moves);
    }

    /// <summary>A spell that began before the Deficit Reduction Act date assigns what was never assigned, while it runs.</summary>
    public static void SpellBegins(DebtSheet sheet, IReadOnlySet<string> cases, List<DebtMove> moves)
    {
        foreach (var row in sheet.Of(cases, DebtPlace.NA))
            sheet.Move(row, DebtPlace.TA, row.Left, moves);
    }

    /// <summary>When the spell ends, temporarily assigned arrears become conditionally assigned up to the unreimbursed assistance that
    /// permanently assigned arrears leave; the rest is unassigned (our convention H4).</summary>
    public static void SpellEnds(DebtSheet sheet, IReadOnlySet<string> cases, Money unreimbursed, List<DebtMove> moves)
    {
        var room = (unreimbursed - sheet.Of(cases, DebtPlace.PA).Sum(r => r.Left)).OrZero;
        foreach (var row in sheet.Of(cases, DebtPlace.TA))
        {
            room -= MoveUpTo(sheet, row, DebtPlace.CA, room, moves);
            sheet.Move(row, DebtPlace.UPA, row.Left, moves);
        }
    }

    private static Money MoveUpTo(DebtSheet sheet, Debt row, DebtPlace to, Money most, List<DebtMove> moves)
    {
        var amount = Money.Min(row.Left, most);
        sheet.Move(row, to, amount, moves);
        return amount;
    }
}
