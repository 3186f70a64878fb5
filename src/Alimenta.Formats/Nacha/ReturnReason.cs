using System.Collections.Frozen;

namespace Alimenta.Formats.Nacha;

/// <summary>Why an entry was returned.</summary>
/// <param name="Code">R01 to R90.</param>
/// <param name="Meaning">In words.</param>
/// <param name="StopsAccount">Whether a returned payment to a person means that no more may be sent to the account until a worker has mended it.</param>
public sealed record ReturnReason(string Code, string Meaning, bool StopsAccount = false)
{
    /// <summary>The reasons in the order of their codes. Meanings as listed in github.com/moov-io/ach (commit c6bd2372) and the Nacha rules, appendix 4.</summary>
    public static IReadOnlyList<ReturnReason> All { get; } =
    [
        new("R01", "Insufficient funds"), new("R02", "Account closed", true), new("R03", "No account, or account not found", true), new("R04", "Invalid account number", true),
        new("R05", "Debit to a consumer account not authorized"), new("R06", "Returned at the request of the originating bank"), new("R07", "Authorization revoked"), new("R08", "Payment stopped"),
        new("R09", "Uncollected funds"), new("R10", "Originator not known or not authorized"), new("R11", "Not in accordance with the authorization"), new("R12", "Branch sold to another bank"),
        new("R13", "Bank not qualified to take part"), new("R14", "Representative payee deceased or unable to act", true), new("R15", "Beneficiary or account holder deceased", true), new("R16", "Account frozen", true),
        new("R17", "File record edit criteria, or questionable entry"), new("R18", "Improper effective entry date"), new("R19", "Amount field error"), new("R20", "Account takes no such transactions", true),
        new("R21", "Invalid company identification"), new("R22", "Invalid individual identification number"), new("R23", "Credit refused by receiver", true), new("R24", "Duplicate entry"),
        new("R25", "Addenda error"), new("R26", "Mandatory field error"), new("R27", "Trace number error"), new("R28", "Routing number check digit error"),
        new("R29", "Corporate customer says not authorized"), new("R30", "Bank takes no part in check truncation"), new("R31", "Permissible return of a CCD or CTX entry"), new("R32", "Bank cannot settle"),
        new("R33", "Return of a destroyed check entry"), new("R34", "Limited participation bank"), new("R35", "Improper debit entry"), new("R36", "Improper credit entry"),
        new("R37", "Source document presented for payment"), new("R38", "Stop payment on source document"), new("R39", "Improper source document"), new("R40", "Return of enrollment by a federal agency"),
        new("R41", "Enrollment: invalid transaction code"), new("R42", "Enrollment: routing number or check digit error"), new("R43", "Enrollment: invalid account number"), new("R44", "Enrollment: invalid individual identification number"),
        new("R45", "Enrollment: invalid individual or company name"), new("R46", "Enrollment: invalid representative payee indicator"), new("R47", "Duplicate enrollment"), new("R50", "State law affects acceptance of a represented check"),
        new("R51", "Represented check ineligible"), new("R52", "Stop payment on a represented check"), new("R53", "Check and its entry both presented"), new("R61", "Dishonored return: misrouted"),
        new("R62", "Dishonored return: erroneous or reversing debit"), new("R63", "Dishonored return: incorrect amount"), new("R64", "Dishonored return: incorrect individual identification"), new("R65", "Dishonored return: incorrect transaction code"),
        new("R66", "Dishonored return: incorrect company identification"), new("R67", "Dishonored return: duplicate"), new("R68", "Dishonored return: untimely"), new("R69", "Dishonored return: field errors"),
        new("R70", "Dishonored return: permissible return not accepted"), new("R71", "Contested: misrouted dishonored return"), new("R72", "Contested: untimely dishonored return"), new("R73", "Contested: the return was timely"),
        new("R74", "Contested: corrected return"), new("R75", "Contested: the return was not a duplicate"), new("R76", "Contested: no errors found"), new("R77", "Contested: erroneous or reversing debit not accepted"),
        new("R80", "International entry coding error"), new("R81", "Takes no part in international entries"), new("R82", "Invalid foreign bank identification"), new("R83", "Foreign bank unable to settle"),
        new("R84", "Entry not processed by gateway"), new("R85", "Incorrectly coded outbound international payment"), new("R90", "Sanctions"),
    ];

    private static readonly FrozenDictionary<string, ReturnReason> ByCode = All.ToFrozenDictionary(reason => reason.Code);

    /// <summary>The reason with a code, or null for a code that we do not know.</summary>
    public static ReturnReason? Find(string code) => ByCode.GetValueOrDefault(code.ToUpperInvariant());
}
