using System.Globalization;
using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>Support calculations in the words of the office.</summary>
internal static class SupportWords
{
    /// <summary>The address of a calculation.</summary>
    public static string Address(DeterminationKey key) => string.Create(CultureInfo.InvariantCulture, $"/cases/{key.Case}/support/{key.Number}");

    /// <summary>The name of a state by its small letters.</summary>
    public static string State(string state) => CaseWords.State(state.ToUpperInvariant());

    /// <summary>Why it is made.</summary>
    public static string Of(DeterminationPurpose purpose) => purpose switch
    {
        DeterminationPurpose.Establish => "to establish an order",
        DeterminationPurpose.Modify => "to change an order",
        _ => "to review an order",
    };

    /// <summary>How far it is.</summary>
    public static string Of(DeterminationStatus status) => status switch
    {
        DeterminationStatus.Draft => "draft",
        DeterminationStatus.Completed => "completed",
        DeterminationStatus.Accepted => "accepted",
        _ => "set aside",
    };

    /// <summary>How the mark of it looks.</summary>
    public static Tone ToneOf(DeterminationStatus status) => status switch
    {
        DeterminationStatus.Draft => Tone.Warn,
        DeterminationStatus.Completed => Tone.Info,
        DeterminationStatus.Accepted => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>From where an input is known.</summary>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.CaseRecord => "Record of the case",
        EvidenceKind.ParentStatement => "Statement of a parent",
        EvidenceKind.PayStub => "Pay stubs",
        EvidenceKind.EmployerReply => "Answer of an employer",
        EvidenceKind.WageRecord => "Wage records",
        EvidenceKind.TaxReturn => "Tax return",
        EvidenceKind.BenefitRecord => "Record of a benefit",
        EvidenceKind.CourtRecord => "Court record or order",
        EvidenceKind.BusinessRecord => "Books of a business",
        EvidenceKind.Imputed => "Imputed: found, not earned",
        _ => "Something else",
    };

    /// <summary>What is paid.</summary>
    public static string Of(PaymentKind kind) => kind switch
    {
        PaymentKind.Cash => "Cash support",
        PaymentKind.CashMedical => "Cash medical support",
        PaymentKind.HealthInsurance => "Health insurance",
        PaymentKind.UncoveredHealth => "Health costs that no insurance pays",
        PaymentKind.ChildCare => "Child care",
        _ => "Education",
    };

    /// <summary>A kind of payment as it is kept on a proposal.</summary>
    public static string Paid(string kind) => Enum.TryParse<PaymentKind>(kind, out var known) ? Of(known) : kind;

    /// <summary>To what a line belongs.</summary>
    public static string Of(LinePart part) => part switch
    {
        LinePart.Guideline => "By the guideline",
        LinePart.Rebuttal => "With the changes of the rebuttal",
        _ => "Agreed amount",
    };

    /// <summary>A party in the words of the calculation: Femi Okafor (parent A).</summary>
    public static string Party(DeterminationPage sheet, GuidelineParty who) => who switch
    {
        GuidelineParty.ParentA => $"{sheet.Parents.A} (parent A)",
        GuidelineParty.ParentB => sheet.Parents.B.Length > 0 ? $"{sheet.Parents.B} (parent B)" : "parent B",
        _ => sheet.NameOf(who),
    };

    /// <summary>A word of the facts, with the parents by name.</summary>
    public static string Word(DeterminationPage sheet, string word) => word switch
    {
        "parent_a" => Party(sheet, GuidelineParty.ParentA),
        "parent_b" => Party(sheet, GuidelineParty.ParentB),
        _ => FactLabels.Word(word),
    };

    /// <summary>What parent A pays, and what parent B pays when that is something: one line.</summary>
    public static string Result(DeterminationPage sheet, GuidelineResult result)
    {
        var (a, b) = (result.Monthly(GuidelineParty.ParentA), result.Monthly(GuidelineParty.ParentB));
        return a.IsZero && b.IsZero ? "Nobody pays" : string.Join("; ", new[] { a.IsPositive || b.IsZero ? $"{sheet.Parents.A} pays {a} a month" : "", b.IsPositive ? $"{sheet.NameOf(GuidelineParty.ParentB)} pays {b} a month" : "" }.Where(t => t.Length > 0));
    }

    /// <summary>How an input is known, short.</summary>
    public static string Short(EvidenceView evidence) =>
        string.Join(", ", new[] { Of(evidence.Kind).ToLowerInvariant(), evidence.Kind == EvidenceKind.CaseRecord ? "" : evidence.SaidBy, evidence.DocumentDate is { } day ? Words.Date(day) : "" }.Where(t => t.Length > 0));
}
