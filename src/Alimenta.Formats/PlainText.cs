using System.Collections.Frozen;
using System.Text;

namespace Alimenta.Formats;

/// <summary>A field that could not be written as it is, with what was written instead.</summary>
/// <param name="Line">The line of the file written.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Original">What it should have been.</param>
/// <param name="Written">What stands in the file.</param>
public sealed record TextLoss(long Line, string Field, string Original, string Written);

/// <summary>Names in the capital letters, digits and marks that every partner's machine can read.</summary>
public static class PlainText
{
    // The runtime carries no Unicode decomposition in invariant mode, and a table gives the same answer on every machine.
    private static readonly FrozenDictionary<char, string> Plain = Table();

    /// <summary>The text in upper case with accents taken off (José as JOSE); a character without a plain likeness becomes a blank.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            var c = char.ToUpperInvariant(each);
            if (c is >= ' ' and <= '~') plain.Append(c);
            else if (Plain.TryGetValue(c, out var likeness)) plain.Append(likeness);
            else if (c is < '\u0300' or > '\u036F') plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    private static FrozenDictionary<char, string> Table()
    {
        (string Plain, string Letters)[] rows =
        [
            ("A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"), ("B", "ḂḄḆƁ"), ("C", "ÇĆĈĊČḈ"), ("D", "ĎḊḌḎḐḒĐÐƊ"),
            ("E", "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆƏ"), ("F", "Ḟ"), ("G", "ĜĞĠĢǦǴḠ"), ("H", "ĤȞḢḤḦḨḪĦ"),
            ("I", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊı"), ("J", "Ĵ"), ("K", "ĶǨḰḲḴƘĸ"), ("L", "ĹĻĽḶḸḺḼŁĿ"), ("M", "ḾṀṂ"),
            ("N", "ÑŃŅŇǸṄṆṈṊŊ"), ("O", "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢØ"), ("P", "ṔṖ"), ("R", "ŔŖŘȐȒṘṚṜṞ"),
            ("S", "ŚŜŞŠȘṠṢṤṦṨſ"), ("T", "ŢŤȚṪṬṮṰŦ"), ("U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"), ("V", "ṼṾ"), ("W", "ŴẀẂẄẆẈ"),
            ("X", "ẊẌ"), ("Y", "ÝŶŸȲẎỲỴỶỸƳ"), ("Z", "ŹŻŽẐẒẔ"), ("AE", "ÆǼ"), ("OE", "Œ"), ("SS", "ßẞ"), ("TH", "Þ"), ("IJ", "Ĳ"),
            ("'", "‘’‚‛ʻʼ´′ʽ"), ("\"", "“”„″"), ("-", "‐‑‒–—―−"), (" ", "\u00A0\u2002\u2003\u2009\u202F"), ("...", "…"), ("", "\u200B\u200C\u200D\uFEFF\u00AD"),
        ];
        return rows.SelectMany(row => row.Letters, (row, letter) => (letter, row.Plain)).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);
    }
}
