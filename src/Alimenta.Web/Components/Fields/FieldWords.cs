namespace Alimenta.Web.Components.Fields;

/// <summary>The few words that form fields say by themselves, so that a form can speak another language.</summary>
/// <param name="Optional">Beside a label that may be left empty.</param>
/// <param name="Error">Before what is wrong, for those who listen.</param>
/// <param name="Month">Of a date.</param>
/// <param name="Day">Of a date.</param>
/// <param name="Year">Of a date.</param>
/// <param name="MendOne">Above one thing that is wrong.</param>
/// <param name="MendMany">Above several; {0} is how many.</param>
public sealed record FieldWords(string Optional, string Error, string Month, string Day, string Year, string MendOne, string MendMany)
{
    /// <summary>In English.</summary>
    public static FieldWords English { get; } = new("(if any)", "Error: ", "Month", "Day", "Year", "Please fix this", "Please fix these {0} things");
}
