using System.Collections.Frozen;

namespace Alimenta.Formats.Nacha;

/// <summary>What a notification of change asks for.</summary>
/// <param name="Code">C01 to C69.</param>
/// <param name="Meaning">In words.</param>
/// <param name="Layout">Where the right data stand in the 29 characters of corrected data; empty where there are none, or none that we use.</param>
public sealed record ChangeMeaning(string Code, string Meaning, params IReadOnlyList<CorrectedPart> Layout)
{
    /// <summary>The codes in order. Meanings and layouts as in github.com/moov-io/ach (commit c6bd2372) and the Nacha rules, appendix 5.</summary>
    public static IReadOnlyList<ChangeMeaning> All { get; } =
    [
        new("C01", "Incorrect account number", new CorrectedPart(CorrectedField.Account, 1, 17)),
        new("C02", "Incorrect routing number", new CorrectedPart(CorrectedField.Routing, 1, 9)),
        new("C03", "Incorrect routing number and account number", new(CorrectedField.Routing, 1, 9), new(CorrectedField.Account, 13, 17)),
        new("C04", "Incorrect name", new CorrectedPart(CorrectedField.Name, 1, 22)),
        new("C05", "Incorrect transaction code", new CorrectedPart(CorrectedField.TransactionCode, 1, 2)),
        new("C06", "Incorrect account number and transaction code", new(CorrectedField.Account, 1, 17), new(CorrectedField.TransactionCode, 21, 2)),
        new("C07", "Incorrect routing number, account number and transaction code", new(CorrectedField.Routing, 1, 9), new(CorrectedField.Account, 10, 17), new(CorrectedField.TransactionCode, 27, 2)),
        new("C08", "Incorrect foreign bank identification"),
        new("C09", "Incorrect individual identification number", new CorrectedPart(CorrectedField.Id, 1, 22)),
        new("C13", "Addenda format error"), new("C14", "Incorrect entry class for an international payment"),
        new("C61", "Refused: misrouted notification"), new("C62", "Refused: incorrect trace number"), new("C63", "Refused: incorrect company identification"), new("C64", "Refused: incorrect individual identification number"),
        new("C65", "Refused: corrected data incorrectly formatted"), new("C66", "Refused: incorrect discretionary data"), new("C67", "Refused: routing number not from the original entry"),
        new("C68", "Refused: account number not from the original entry"), new("C69", "Refused: incorrect transaction code"),
    ];

    private static readonly FrozenDictionary<string, ChangeMeaning> ByCode = All.ToFrozenDictionary(change => change.Code);

    /// <summary>The meaning of a code, or null for a code that we do not know.</summary>
    public static ChangeMeaning? Find(string code) => ByCode.GetValueOrDefault(code.ToUpperInvariant());
}

/// <summary>Which datum a part of the corrected data replaces.</summary>
public enum CorrectedField
{
    /// <summary>The account number.</summary>
    Account,

    /// <summary>The routing number.</summary>
    Routing,

    /// <summary>The receiver's name.</summary>
    Name,

    /// <summary>The transaction code.</summary>
    TransactionCode,

    /// <summary>The identification number.</summary>
    Id,
}

/// <summary>A place in the corrected data.</summary>
/// <param name="Field">Which datum stands there.</param>
/// <param name="Start">Its first position, counted from 1.</param>
/// <param name="Length">How many characters it has.</param>
public sealed record CorrectedPart(CorrectedField Field, int Start, int Length);

/// <summary>The right data of a notification of change; null where it does not speak of them. Protected data.</summary>
/// <param name="Raw">The 29 characters as sent.</param>
/// <param name="Account">The right account number.</param>
/// <param name="Routing">The right routing number as sent; check it before use.</param>
/// <param name="Code">The right transaction code, when it is one.</param>
/// <param name="Name">The right name.</param>
/// <param name="Id">The right identification number.</param>
public sealed record Corrections(string Raw, string? Account = null, string? Routing = null, TransactionCode? Code = null, string? Name = null, string? Id = null)
{
    /// <summary>Splits corrected data as a change code says; data of an unknown code stay whole in <see cref="Raw"/>.</summary>
    public static Corrections Split(ChangeMeaning? change, string raw)
    {
        var padded = raw.PadRight(29);
        string? Part(CorrectedField field) => change?.Layout.FirstOrDefault(part => part.Field == field) is { } part
            && padded.Substring(part.Start - 1, part.Length).Trim() is { Length: > 0 } text ? text : null;
        var digits = Part(CorrectedField.TransactionCode);
        TransactionCode? code = digits is { Length: 2 } && digits.All(char.IsAsciiDigit) && TransactionCode.TryFind((digits[0] - '0') * 10 + digits[1] - '0', out var found) ? found : null;
        return new(raw.TrimEnd(), Part(CorrectedField.Account), Part(CorrectedField.Routing), code, Part(CorrectedField.Name), Part(CorrectedField.Id));
    }

    /// <summary>Which data it corrects, without the data.</summary>
    public override string ToString() => "corrected data";
}
