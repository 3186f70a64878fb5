using System.Text.Json;

namespace Alimenta.Web.Api;

/// <summary>A word of a list in an address, written as in the bodies: income_withholding.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">The value.</param>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>The words there are.</summary>
    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>Reads a word.</summary>
    public static bool TryParse(string? text, out Word<T> word)
    {
        var found = Known.TryGetValue(text ?? "", out var value);
        word = new(value);
        return found;
    }
}
