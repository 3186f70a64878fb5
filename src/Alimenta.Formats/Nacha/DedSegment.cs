using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>What kind of collection a child support segment pays (DED01).</summary>
public enum DedApplication
{
    /// <summary>Income withheld by an employer.</summary>
    CS,

    /// <summary>Interstate: income withholding.</summary>
    II,

    /// <summary>Interstate: state tax offset.</summary>
    IT,

    /// <summary>Interstate: all other.</summary>
    IO,

    /// <summary>Interstate income withholding from which the sending state kept a fee.</summary>
    RI,

    /// <summary>Interstate state tax offset from which the sending state kept a fee.</summary>
    RT,

    /// <summary>Interstate, all other, from which the sending state kept a fee.</summary>
    RO,
}

/// <summary>Whether family medical coverage is to be had through the employer (DED06).</summary>
public enum MedicalSupport
{
    /// <summary>Not said, or something else than Y, N or W.</summary>
    NotSaid,

    /// <summary>Y: it is available.</summary>
    Available,

    /// <summary>N: it is not.</summary>
    NotAvailable,

    /// <summary>W: does not apply.</summary>
    NotApplicable,
}

/// <summary>The child support segment (DED) of the banking convention: for whom, from when and how much.</summary>
/// <param name="Application">What kind of collection it is.</param>
/// <param name="CaseId">The receiving state's case, remittance or order number; empty when the sender left it out.</param>
/// <param name="PayDate">The day on which the employee was paid: the date of collection for withheld income.</param>
/// <param name="Amount">The money collected.</param>
/// <param name="SsnDigits">The obligor's nine digits as sent: not checked whether such a number is issued; protected data.</param>
/// <param name="Medical">Whether family medical coverage is to be had.</param>
/// <param name="ObligorName">As sent, in capital letters: by convention seven letters of the last and three of the first name, with a comma when the last name is shorter.</param>
/// <param name="Locator">The locator code (FIPS) as sent; empty when left out.</param>
/// <param name="EmploymentEnded">Whether the employee has left.</param>
public sealed record DedSegment(DedApplication Application, string CaseId, DateOnly PayDate, Money Amount, string SsnDigits,
    MedicalSupport Medical = MedicalSupport.NotSaid, string ObligorName = "", string Locator = "", bool EmploymentEnded = false)
{
    /// <summary>Whether the sending state kept a fee, so that the amount collected and the money sent may differ.</summary>
    public bool FeeKept => Application is DedApplication.RI or DedApplication.RT or DedApplication.RO;

    /// <summary>The segment as it is sent: case number, date, cents without filling zeros, elements left out from the end, terminator \.</summary>
    /// <param name="fullYear">Eight digits for the date, as X12 004010 and later want it in a CTX; else six.</param>
    public string Encode(bool fullYear = false)
    {
        string[] elements =
        [
            "DED", Application.ToString(), CaseId, PayDate.ToString(fullYear ? "yyyyMMdd" : "yyMMdd", CultureInfo.InvariantCulture),
            Amount.Cents.ToString(CultureInfo.InvariantCulture), SsnDigits,
            Medical switch { MedicalSupport.Available => "Y", MedicalSupport.NotAvailable => "N", MedicalSupport.NotApplicable => "W", _ => "" },
            ObligorName, Locator, EmploymentEnded ? "Y" : "",
        ];
        var last = Array.FindLastIndex(elements, element => element.Length > 0);
        // Six elements are mandatory: their separators stay even when the last one is empty.
        return string.Join('*', elements[..(Math.Max(last, 6) + 1)]) + "\\";
    }

    /// <summary>The segment without the Social Security number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"DED {Application} case {CaseId} paid {PayDate:yyyy-MM-dd} {Amount}");
}
