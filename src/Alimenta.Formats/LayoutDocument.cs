using System.Globalization;
using System.Text;

namespace Alimenta.Formats;

/// <summary>Layouts as a document.</summary>
public static class LayoutDocument
{
    /// <summary>One layout as a Markdown table under its own heading.</summary>
    public static string Markdown(RecordLayout layout)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {layout.Name}\n\n{layout.Citation}\n\n| Position | Length | Field | Picture | Presence | Meaning |\n|---|---|---|---|---|---|\n");
        foreach (var field in layout.Fields)
            text.Append(CultureInfo.InvariantCulture, $"| {field.Positions} | {field.Length} | {field.Name}{(field.Sensitive ? " (masked in messages)" : "")} | {Words(field)} | {Words(field.Presence)} | {field.Meaning} |\n");
        return text.ToString();
    }

    private static string Words(FieldLayout field) => field.Picture switch
    {
        Picture.Literal => $"`{field.Value}`",
        Picture.Number => "digits",
        Picture.Date => "YYMMDD",
        Picture.Time => "HHMM",
        Picture.Reserved => "blank",
        _ => "text",
    };

    private static string Words(Presence presence) => presence switch
    {
        Presence.Mandatory => "mandatory",
        Presence.Expected => "expected",
        _ => "optional",
    };
}
