using static Alimenta.Formats.FieldLayout;

namespace Alimenta.Formats.Nacha;

/// <summary>Record 5: whose entries follow, of what kind, and when they settle.</summary>
public static class BatchHeaderRecord
{
    /// <summary>5.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "5", "Batch header.");

    /// <summary>Credits, debits or both.</summary>
    public static readonly FieldLayout ServiceClass = Number("Service class code", 2, 3, "200 credits and debits, 220 credits only, 225 debits only.");

    /// <summary>The originator.</summary>
    public static readonly FieldLayout CompanyName = Text("Company name", 5, 16, "The originator: an employer, a state, or us.", Presence.Expected);

    /// <summary>Free for the originator.</summary>
    public static readonly FieldLayout DiscretionaryData = Text("Company discretionary data", 21, 20, "Free for the originator.");

    /// <summary>The originator's number.</summary>
    public static readonly FieldLayout CompanyId = Text("Company identification", 41, 10, "Usually 1 and an EIN, 3 and a DUNS number, or 9 and a number of the originator's own.", Presence.Expected);

    /// <summary>PPD, CCD, CTX, COR.</summary>
    public static readonly FieldLayout EntryClass = Text("Standard entry class", 51, 3, "PPD to a person, CCD or CTX between companies, COR for a notification of change.", Presence.Mandatory);

    /// <summary>What the entries are for.</summary>
    public static readonly FieldLayout EntryDescription = Text("Company entry description", 54, 10, "What the entries are for, such as CHILD SUPP; REVERSAL takes back earlier entries.", Presence.Expected);

    /// <summary>A date in any form, shown to the receiver.</summary>
    public static readonly FieldLayout DescriptiveDate = Text("Company descriptive date", 64, 6, "Free; some states match it with their payment file.");

    /// <summary>The day on which the originator wants settlement.</summary>
    public static readonly FieldLayout EffectiveDate = Date("Effective entry date", 70, "The day on which the originator wants settlement; blanks or zeros in some files of banks.");

    /// <summary>Filled in by the operator.</summary>
    public static readonly FieldLayout SettlementDate = Text("Settlement date", 76, 3, "Day of the year, filled in by the ACH operator; blank when originated.");

    /// <summary>1.</summary>
    public static readonly FieldLayout OriginatorStatus = Text("Originator status code", 79, 1, "1 for a bank under the rules, 2 for a federal agency.");

    /// <summary>The originator's bank.</summary>
    public static readonly FieldLayout OriginatingDfi = Number("Originating DFI identification", 80, 8, "The first eight digits of the routing number of the originator's bank.");

    /// <summary>The number of the batch.</summary>
    public static readonly FieldLayout BatchNumber = Number("Batch number", 88, 7, "Ascending in the file.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 5: batch header", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, ServiceClass, CompanyName, DiscretionaryData, CompanyId, EntryClass, EntryDescription, DescriptiveDate, EffectiveDate, SettlementDate, OriginatorStatus, OriginatingDfi, BatchNumber);
}
