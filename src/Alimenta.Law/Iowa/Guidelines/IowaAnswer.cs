using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What the Iowa guideline gives.</summary>
public sealed record IowaAnswer
{
    /// <summary>How physical care is arranged.</summary>
    public required IowaCareKind Care { get; init; }

    /// <summary>With sole care, the area of the schedule that decided: A, B or C; else empty.</summary>
    public required string Area { get; init; }

    /// <summary>Who pays; null when nobody does, or when both do because nothing is offset.</summary>
    public required GuidelineParty? Payer { get; init; }

    /// <summary>The guideline amount of a month; where nothing is offset, that of both together.</summary>
    public required Money GuidelineAmount { get; init; }

    /// <summary>The amount to be ordered: the guideline amount, or what a variance puts in its place.</summary>
    public required Money OrderAmount { get; init; }

    /// <summary>Cash medical support of a month, in addition.</summary>
    public required Money CashMedical { get; init; }

    /// <summary>The order amount of a week for foster care; null when there is none.</summary>
    public Money? FosterCareWeekly { get; init; }

    /// <summary>Every line of the worksheet.</summary>
    public required IReadOnlyList<WorksheetLine> Lines { get; init; }

    /// <summary>Who pays whom what.</summary>
    public required IReadOnlyList<GuidelinePayment> Payments { get; init; }

    /// <summary>What must be found or decided.</summary>
    public required IReadOnlyList<GuidelineFinding> Findings { get; init; }

    /// <summary>Parameters behind the result that no official text confirms.</summary>
    public required IReadOnlyList<ToConfirm> ToConfirm { get; init; }
}
