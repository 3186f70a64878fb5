namespace Alimenta.Office.Reading;

/// <summary>Money of a family that is distributed and does not leave yet.</summary>
internal static class HeldForFamily
{
    /// <summary>The condition on payables y that chooses what is held for the family of the case @number.</summary>
    /// <remarks>By whoever is or was its custodian, because an index leads to what waits for a payee; a hold of a payment that came back names no case.</remarks>
    public const string OfThisCase = """
        y.status = 'held' and y.payee_kind = 'family' and y.case_id = (select id from case_file where number = @number)
            and y.payee_id in (select m.person_id from participant m where m.case_id = (select id from case_file where number = @number) and m.role = 'custodian')
        """;
}
