namespace Alimenta.Formats.Nacha;

/// <summary>Why the remittance of an entry cannot be used. Its money is taken in as unidentified.</summary>
/// <param name="Code">A stable code such as D-AMOUNT.</param>
/// <param name="Element">The element at fault, such as DED04; empty for the addenda as a whole.</param>
/// <param name="Found">What stands there, with long runs of digits masked.</param>
/// <param name="Reason">What was expected.</param>
/// <param name="Remedy">What to do next.</param>
public sealed record RemittanceFault(string Code, string Element, string Found, string Reason, string Remedy)
{
    internal const string AskSender = "Identify the money by hand; ask the sender to correct the next file.";

    internal static RemittanceFault Of(string code, string element, string found, string reason) => new(code, element, Masked.Digits(found), reason, AskSender);

    /// <summary>The whole message on one line.</summary>
    public override string ToString()
    {
        var where = Element.Length > 0 ? Element : Found.Length > 0 ? "The addenda" : "";
        return $"{Code}  {where}{(Found.Length == 0 ? "" : $": found '{Found}'")}{(where.Length == 0 ? "" : ". ")}{Reason} {Remedy}";
    }
}
