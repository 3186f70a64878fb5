using System.Diagnostics.CodeAnalysis;

namespace Alimenta.Formats.Nacha;

/// <summary>Splits X12 text into segments and elements, in capital letters and without the blanks around elements.</summary>
internal static class X12Text
{
    private const int InterchangeElements = 16;

    public static bool TrySplit(string text, [NotNullWhen(true)] out List<string[]>? segments, [NotNullWhen(false)] out RemittanceFault? fault)
    {
        (segments, fault) = (null, null);
        var body = text.Trim();
        var separator = '*';
        char[] terminators = ['\\', '~'];
        if (body.StartsWith("ISA", StringComparison.OrdinalIgnoreCase))
        {
            // The interchange header declares its own marks: the character after ISA, and the one after its sixteenth element of one character.
            if (body.Length < 4 || !TryTerminator(body, separator = body[3], out var terminator))
            {
                fault = RemittanceFault.Of("D-ISA", "ISA", "", "The interchange header (ISA) is cut off.");
                return false;
            }

            terminators = [terminator];
        }
        else if (!StartsBare(body))
        {
            fault = RemittanceFault.Of("D-X12", "", body[..Math.Min(body.Length, 20)], "A CTX entry carries an X12 820 that begins with ISA, GS or ST.");
            return false;
        }

        segments = [.. body.Split(terminators).Select(segment => segment.Trim()).Where(segment => segment.Length > 0)
            .Select(segment => Array.ConvertAll(segment.Split(separator), element => element.Trim().ToUpperInvariant()))];
        return true;
    }

    private static bool StartsBare(string body) =>
        body.StartsWith("GS*", StringComparison.OrdinalIgnoreCase) || body.StartsWith("ST*", StringComparison.OrdinalIgnoreCase);

    private static bool TryTerminator(string body, char separator, out char terminator)
    {
        var at = 0;
        for (var element = 0; element < InterchangeElements && at >= 0; element++) at = body.IndexOf(separator, at) is var next and >= 0 ? next + 1 : -1;
        terminator = at >= 0 && at + 1 < body.Length ? body[at + 1] : default;
        return terminator != default && terminator != separator;
    }
}
