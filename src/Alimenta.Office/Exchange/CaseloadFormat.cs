using Alimenta.Data;

namespace Alimenta.Office.Exchange;

/// <summary>What a field of a line holds.</summary>
public enum FieldKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Money in whole cents.</summary>
    Cents,

    /// <summary>A day such as 2026-03-01.</summary>
    Date,

    /// <summary>A month such as 2026-03, or undated.</summary>
    Month,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>A list of texts.</summary>
    Texts,
}

/// <summary>A field of a line of the caseload file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether a line without it is refused.</param>
/// <param name="Says">What it means.</param>
/// <param name="Refers">The type of line whose key it names, or empty.</param>
/// <param name="Words">The words it may be.</param>
public sealed record FieldSpec(string Name, FieldKind Kind, bool Required, string Says, string Refers = "", IReadOnlyList<string>? Words = null);

/// <summary>A type of line of the caseload file.</summary>
/// <param name="Name">The word in the field "type".</param>
/// <param name="Says">What it tells.</param>
/// <param name="Fields">Its fields.</param>
public sealed record LineType(string Name, string Says, IReadOnlyList<FieldSpec> Fields)
{
    /// <summary>The field with a name, or null.</summary>
    public FieldSpec? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

/// <summary>The caseload file: one JSON object a line, each with its type and flat fields. This table is the reader, the checks, the writer and the document.</summary>
public static class CaseloadFormat
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The types of lines, in the order in which they build on each other. A file may have them in any order.</summary>
    public static IReadOnlyList<LineType> Types { get; } =
    [
        new("office", "An office. One that is there already stays as it is.",
        [
            Need("code", FieldKind.Whole, "Its number, 0 to 999."), Need("name", FieldKind.Text, "Its name."), Need("state", FieldKind.Text, "Two capital letters."), Need("fips", FieldKind.Text, "Its locator code."),
        ]),
        new("person", "A person, an agency, a state.",
        [
            Need("number", FieldKind.Text, "The participant number: the key."), Words<PersonKind>("kind", false, "Left out: person."),
            May("last", FieldKind.Text, "Last name of a person."), May("first", FieldKind.Text, "First name; left out for a person with one name."), May("middle", FieldKind.Text, "Middle name."), May("suffix", FieldKind.Text, "Such as Jr."),
            May("organization", FieldKind.Text, "Name of an agency or a state."), May("born", FieldKind.Date, "Day of birth."), May("died", FieldKind.Date, "Day of death."),
            May("ssn", FieldKind.Text, "Social Security number."), Words<SsnStatus>("ssn_status", false, "Left out: unverified."), May("family_violence", FieldKind.Flag, "Family violence indicator."), May("language", FieldKind.Text, "Language of letters."),
        ]),
        new("alias", "A further name of a person.", [Ref("person", "person"), Need("last", FieldKind.Text, "Last name."), May("first", FieldKind.Text, "First name."), May("middle", FieldKind.Text, "Middle name.")]),
        new("overpayment_choice", "What an obligor wants done with money beyond every debt.", [Ref("person", "person"), Words<OverpaymentIntent>("intent", true, "What the obligor wants."), Need("from", FieldKind.Date, "For money collected from this day on.")]),
        new("address", "Where a person lives or gets mail.",
        [
            Ref("person", "person"), Words<AddressType>("kind", true, "What it is for."), Need("line1", FieldKind.Text, "Street or box."), May("line2", FieldKind.Text, "Second line."), Need("city", FieldKind.Text, "City."),
            May("state", FieldKind.Text, "Two letters."), May("zip", FieldKind.Text, "ZIP code."), May("country", FieldKind.Text, "Two letters; left out: US."), Need("source", FieldKind.Text, "Who gave it."),
            Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day."), May("verified", FieldKind.Flag, "Whether it was verified."), May("bad", FieldKind.Flag, "Whether mail came back."),
        ]),
        new("phone", "A telephone number of a person.", [Ref("person", "person"), Need("number", FieldKind.Text, "The number."), May("kind", FieldKind.Text, "Such as mobile."), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day.")]),
        new("employer", "An employer. One that is there already stays as it is.",
        [
            Need("fein", FieldKind.Text, "Federal employer number: the key."), Need("name", FieldKind.Text, "Name."), May("line1", FieldKind.Text, "Street."), May("line2", FieldKind.Text, "Second line."), May("city", FieldKind.Text, "City."),
            May("state", FieldKind.Text, "Two letters."), May("zip", FieldKind.Text, "ZIP code."),
        ]),
        new("employer_alias", "A further name of an employer.", [Ref("fein", "employer"), Need("name", FieldKind.Text, "Name.")]),
        new("employment", "Where a person works.", [Ref("person", "person"), Ref("fein", "employer"), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day."), May("source", FieldKind.Text, "Who told.")]),
        new("account", "A bank account of a payee, or the account behind a payee's card.",
        [
            Ref("person", "person"), Need("routing", FieldKind.Text, "Routing number."), Need("account", FieldKind.Text, "Account number."), Words<BankAccountKind>("kind", true, "What it is."),
            Words<PrenoteStatus>("prenote", false, "What its test said; left out: none."), May("prenote_on", FieldKind.Date, "When."), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day."),
        ]),
        new("method", "How a payee is paid.",
        [
            Ref("person", "person"), Words<PaymentMethod>("method", true, "The way."), May("routing", FieldKind.Text, "The account's routing number."), May("account", FieldKind.Text, "The account's number."),
            May("fips", FieldKind.Text, "The other state's office."), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day."),
        ]),
        new("case", "A IV-D case. The circle of cases whose money is decided together is formed from its parties.",
        [
            Need("number", FieldKind.Text, "The case number with its check digit: the key."), Need("office", FieldKind.Whole, "The office's number.", "office"), Ref("obligor", "person"), Ref("custodian", "person"),
            May("policy", FieldKind.Text, "Such as us-or; left out: that of the office's state."), May("ivd_type", FieldKind.Text, "The kind of case."), Words<CaseStatus>("status", false, "Left out: open."), May("snap_mandatory", FieldKind.Flag, "Whether cooperation is required for SNAP."),
            Need("opened_on", FieldKind.Date, "First day."), May("closed_on", FieldKind.Date, "Last day of a closed case."),
        ]),
        new("participant", "A child or another person of a case; its two parties come with the case.", [Ref("case", "case"), Ref("person", "person"), Words<ParticipantRole>("role", true, "Child or other; a party only to give its dates."), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day.")]),
        new("order", "An order of a tribunal.",
        [
            Ref("case", "case"), Need("docket", FieldKind.Text, "The order's number: with the case the key."), Need("tribunal", FieldKind.Text, "Who ordered."), Need("issuing_state", FieldKind.Text, "Two capital letters."),
            Need("signed_on", FieldKind.Date, "When it was signed."), Need("effective_on", FieldKind.Date, "From when it holds."), May("ends_on", FieldKind.Date, "Last day."),
        ]),
        new("obligation", "What an order demands: what for, for whom, and what ends it.",
        [
            Need("key", FieldKind.Text, "The key: the case number, a slash and a number or word."), Ref("case", "case"), Need("docket", FieldKind.Text, "The order's number."), Words<ObligationKind>("kind", true, "What for."),
            May("supported", FieldKind.Text, "The child, or the custodian for spousal support.", "person"), May("joint_group", FieldKind.Text, "A word that several people's parts of one debt share."), May("secondary", FieldKind.Flag, "The secondary of a pair."),
            Words<EndRule>("end_rule", true, "What ends it."), May("end_state", FieldKind.Text, "The state whose age of emancipation counts."), May("end_event", FieldKind.Text, "The event that ends it, in the order's words."),
            May("ends_on", FieldKind.Date, "Last day; for emancipation it is worked out when left out."), May("attending_school", FieldKind.Flag, "For emancipation: whether the child attends school."), May("school_ends_on", FieldKind.Date, "Last day of school."),
            May("prorate_partial", FieldKind.Flag, "Whether a part of a period is charged in part."), May("direct_to_medicaid", FieldKind.Flag, "Medical support that is assigned to the Medicaid agency."),
        ]),
        new("term", "How much an obligation demands from a day on. Of two that lie over each other the later in the file holds, when it says that it is a change.",
        [
            Ref("obligation", "obligation"), Need("amount_cents", FieldKind.Cents, "What falls due each time; 0 while it is suspended."), Words<Frequency>("frequency", true, "How often."), Need("from", FieldKind.Date, "First day."), May("to", FieldKind.Date, "Last day."),
            May("due_on", FieldKind.Date, "A day on which it is due; left out: the first day."), May("due_day2", FieldKind.Whole, "The second due day of a month."), May("change", FieldKind.Flag, "Whether it changes what earlier terms say of the same days."),
        ]),
        new("opening_balance", "A debt taken over from an earlier record.",
        [
            Ref("obligation", "obligation"), Need("class", FieldKind.Text, "Current or an arrears class such as NA."), Need("month", FieldKind.Month, "Its month."), Need("amount_cents", FieldKind.Cents, "Above 0."), Need("as_of", FieldKind.Date, "The day at whose beginning it stood."),
            Need("source_document", FieldKind.Text, "The document that proves it."), May("audited", FieldKind.Flag, "Left out: not audited."),
        ]),
        new("adjustment", "A correction of debt by decision.",
        [
            Need("key", FieldKind.Text, "The key: the obligation's, a slash and a number or word."), Ref("obligation", "obligation"), Need("amount_cents", FieldKind.Cents, "Above 0 adds debt, below takes it away."), May("class", FieldKind.Text, "The class; left out: from the oldest debt on."),
            Need("month", FieldKind.Month, "Its month."), Need("on", FieldKind.Date, "The day on which it takes effect."), Need("reason", FieldKind.Text, "Why."),
        ]),
        new("spell", "Public assistance of a custodian's household.",
        [
            Words<AssistanceProgram>("program", true, "The programme."), Ref("custodian", "person"), Need("from", FieldKind.Date, "First day: with programme and custodian the key."), May("to", FieldKind.Date, "Last day."),
            May("members", FieldKind.Texts, "The people in it; left out: the household.", "person"), May("agency", FieldKind.Text, "The placement agency of foster care.", "person"), May("voided", FieldKind.Flag, "Recorded in error."),
        ]),
        new("grant", "Assistance paid for a month.",
        [
            Need("key", FieldKind.Text, "The key: the custodian's number, a slash and words."), Words<AssistanceProgram>("program", true, "The programme."), Ref("custodian", "person"), Need("month", FieldKind.Month, "The month."), Need("amount_cents", FieldKind.Cents, "Below 0 for a correction."),
            May("effective_on", FieldKind.Date, "From when it counts; left out: the first of the month."), May("member", FieldKind.Text, "For whom.", "person"),
        ]),
        new("receipt", "Money that came in. It is distributed, and paid out unless the earlier office did that.",
        [
            Need("key", FieldKind.Text, "The key: what makes it one receipt, such as a bank's trace number."), Words<ReceiptSource>("source", true, "How it was collected."), Words<Tender>("tender", true, "How it was paid."), Need("amount_cents", FieldKind.Cents, "What the obligor is credited."),
            May("net_amount_cents", FieldKind.Cents, "What reached the bank; left out: the amount."), Need("collected_on", FieldKind.Date, "The date of collection."), Need("received_on", FieldKind.Date, "When it came in."), May("withheld_on", FieldKind.Date, "When it was withheld."),
            May("obligor", FieldKind.Text, "Who paid; left out: not identified.", "person"), May("case", FieldKind.Text, "The case that it is for.", "case"), May("docket", FieldKind.Text, "The order of that case that it is for."), May("fein", FieldKind.Text, "The employer.", "employer"),
            May("joint_return", FieldKind.Flag, "A tax offset of a joint return."), May("notice_on", FieldKind.Date, "The day of the offset notice."), May("payor_name", FieldKind.Text, "As the sender wrote it."), May("ssn", FieldKind.Text, "As the sender wrote it."), May("check_number", FieldKind.Text, "Of a check."),
            May("paid_out_elsewhere", FieldKind.Flag, "Whether the earlier office has paid it out, so that this one pays nobody again."), May("returned_cents", FieldKind.Cents, "What came back of it."), May("returned_on", FieldKind.Date, "When it came back."), May("return_reason", FieldKind.Text, "Why."),
            May("manual", FieldKind.Text, "A distribution made by hand: its parts as JSON text."), May("protected", FieldKind.Flag, "Whether its distribution stays when the past is played again."),
        ]),
    ];

    private static readonly Dictionary<string, LineType> ByName = Types.ToDictionary(t => t.Name);

    /// <summary>The type with a name, or null.</summary>
    public static LineType? Find(string name) => ByName.GetValueOrDefault(name);

    private static FieldSpec Need(string name, FieldKind kind, string says, string refers = "") => new(name, kind, true, says, refers);

    private static FieldSpec May(string name, FieldKind kind, string says, string refers = "") => new(name, kind, false, says, refers);

    private static FieldSpec Ref(string name, string type) => new(name, FieldKind.Text, true, $"The {type}.", type);

    private static FieldSpec Words<T>(string name, bool required, string says)
        where T : struct, Enum => new(name, FieldKind.Word, required, says, "", [.. Enum.GetNames<T>().Select(Naming.Snake)]);
}
