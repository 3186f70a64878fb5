using System.Globalization;

namespace Alimenta.Law;

/// <summary>What the value of a parameter is. In files the names are written in small letters with dashes: business-days.</summary>
public enum LawUnit
{
    /// <summary>Money in whole cents.</summary>
    Cents,

    /// <summary>A share in millionths: 500000 is one half.</summary>
    Ppm,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Days on which the state's offices are open.</summary>
    BusinessDays,

    /// <summary>Weeks of seven days.</summary>
    Weeks,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>A whole number of anything else.</summary>
    Count,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One word out of those that the parameter lists under "of".</summary>
    Word,

    /// <summary>Several words, in an order that counts, out of those listed under "of".</summary>
    Words,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Rows of values under named columns, each column with its own unit.</summary>
    Table,

    /// <summary>A time limit: an amount, its unit, and from when it counts.</summary>
    Clock,
}

/// <summary>How sure a parameter is.</summary>
public enum LawStatus
{
    /// <summary>Read in the law or in an official text of it.</summary>
    Verified,

    /// <summary>Taken from a source that reports the law.</summary>
    Secondary,

    /// <summary>Not confirmed by any source read; shown as such wherever it is used.</summary>
    Unconfirmed,

    /// <summary>Our choice where the law leaves one.</summary>
    Choice,
}

/// <summary>How units and statuses are written in files.</summary>
public static class LawWords
{
    /// <summary>The unit as files write it.</summary>
    public static string Of(LawUnit unit) => unit switch
    {
        LawUnit.BusinessDays => "business-days",
        _ => Lower(unit.ToString()),
    };

    /// <summary>The status as files write it.</summary>
    public static string Of(LawStatus status) => Lower(status.ToString());

    /// <summary>Millionths as a percentage with the decimals it needs.</summary>
    public static string Percent(long ppm)
    {
        var rest = (ppm % 10_000).ToString("0000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{ppm / 10_000}{(rest.Length > 0 ? "." + rest : "")} %");
    }

    /// <summary>Whether the unit's values are whole numbers of at least nothing.</summary>
    public static bool IsNumber(LawUnit unit) => unit <= LawUnit.Count;

#pragma warning disable CA1308 // files are written in small letters
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
