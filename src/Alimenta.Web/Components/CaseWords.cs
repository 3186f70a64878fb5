using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Reading;

namespace Alimenta.Web.Components;

/// <summary>Cases, people and orders in the words of the office.</summary>
public static class CaseWords
{
    private const int LocalDigits = 10;

    /// <summary>Assistance of the family, as a mark.</summary>
    public static string Of(AssistanceStatus status) => status switch
    {
        AssistanceStatus.Current => "On assistance (TANF)",
        AssistanceStatus.Former => "Former assistance",
        _ => "Never assistance",
    };

    /// <summary>What a person of a case does in it.</summary>
    public static string Does(ParticipantRole role) => role switch
    {
        ParticipantRole.Obligor => "pays",
        ParticipantRole.Custodian => "receives",
        ParticipantRole.Child => "child",
        _ => "other person",
    };

    /// <summary>A kind of obligation.</summary>
    public static string Of(Data.ObligationKind kind) => kind switch
    {
        Data.ObligationKind.Child => "Child support",
        Data.ObligationKind.Spousal => "Spousal support",
        Data.ObligationKind.Medical => "Medical support",
        Data.ObligationKind.Judgment => "Judgment for the past",
        _ => "Payment toward arrears",
    };

    /// <summary>An obligation of a case: Child support, Mara. One family seldom has two of a kind for one child, and the number tells those apart.</summary>
    public static string Obligation(CasePage file, string key) => file.Orders.SelectMany(o => o.Obligations).FirstOrDefault(o => o.Key == key) is { } known ? Obligation(known.Kind, known.Supported) : key;

    /// <summary>An obligation that a receipt paid, in the same words; empty for what pays none.</summary>
    public static string Obligation(ReceiptPage receipt, string key) => receipt.Obligations.TryGetValue(key, out var known) ? Obligation(known.Kind, known.Supported) : key;

    private static string Obligation(Data.ObligationKind kind, string supported) => supported.Length > 0 && kind == Data.ObligationKind.Child ? $"{Of(kind)}, {supported.Split(' ')[0]}" : Of(kind);

    /// <summary>How often support is due, after an amount: $253.00 a month.</summary>
    public static string Of(Frequency frequency) => frequency switch
    {
        Frequency.Weekly => "a week",
        Frequency.Biweekly => "every two weeks",
        Frequency.Semimonthly => "twice a month",
        Frequency.Monthly => "a month",
        Frequency.Quarterly => "a quarter",
        Frequency.Yearly => "a year",
        _ => "once",
    };

    /// <summary>What ends an obligation.</summary>
    public static string Of(EndRule rule, string state) => rule switch
    {
        EndRule.Emancipation => state.Length > 0 ? $"when the child is of age under the law of {state}" : "when the child is of age",
        EndRule.Date => "a day that an order or a decision set",
        EndRule.Event => "with an event that the order names",
        _ => "when it is paid",
    };

    /// <summary>A programme of assistance.</summary>
    public static string Of(AssistanceProgram program) => program switch
    {
        AssistanceProgram.Tanf => "TANF (title IV-A)",
        AssistanceProgram.Ive => "Foster care (title IV-E)",
        _ => "Medicaid",
    };

    /// <summary>The name of a state whose rules are in the system.</summary>
    public static string State(string code) => code switch
    {
        "OR" => "Oregon",
        "NY" => "New York",
        "IA" => "Iowa",
        _ => code,
    };

    /// <summary>A telephone number as people here write it; one abroad stays as it is.</summary>
    public static string Phone(string number) =>
        number is ['+', '1', .. { Length: >= LocalDigits } rest] ? $"({rest[..3]}) {rest[3..6]}-{rest[6..LocalDigits]}{rest[LocalDigits..].Replace("x", ", extension ", StringComparison.Ordinal)}" : number;

    /// <summary>How sure a Social Security number is.</summary>
    public static string Of(SsnStatus status) => status switch
    {
        SsnStatus.Verified => "verified",
        SsnStatus.Invalid => "not valid",
        _ => "not verified",
    };

    /// <summary>A kind of address.</summary>
    public static string Of(AddressType type) => type switch
    {
        AddressType.Residence => "Home",
        AddressType.Mailing => "Mailing",
        _ => "Substitute (confidentiality programme)",
    };

    /// <summary>Who looks after something: accounting, the case manager.</summary>
    public static string Owner(string owner) => owner switch
    {
        "accounting" => "Accounting",
        "case-manager" => "Case manager",
        "" => "nobody",
        _ => owner,
    };

    /// <summary>When something is due, as seen from today: 2 days late, today, tomorrow, due 9 Dec.</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => $"{Words.Count(-late, "day", "days")} late",
        0 => "due today",
        1 => "due tomorrow",
        _ => due.Year == today.Year ? $"due {Words.Day(due)}" : $"due {Words.Date(due)}",
    };

    /// <summary>Late is red, today and this week gold.</summary>
    public static Tone DueTone(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 => Tone.Bad,
        <= 7 => Tone.Warn,
        _ => Tone.Neutral,
    };
}
