namespace Alimenta.Formats;

/// <summary>Whether a field holds what its picture allows.</summary>
internal static class FieldCheck
{
    private const string AskSender = "Ask the sender for a corrected file.";

    /// <summary>What is wrong with a field, or null.</summary>
    public static (string Code, string Reason, string Remedy)? Problem(RecordView record, FieldLayout field)
    {
        var bytes = record.Of(field);
        if (HasControlCharacter(bytes))
            return ("F-CONTROL", "The field holds a control character (such as a tab or NUL); later columns may have shifted.", AskSender);
        return field.Picture switch
        {
            Picture.Literal when !record.Text(field).Equals(field.Value, StringComparison.OrdinalIgnoreCase) =>
                ("F-LITERAL", $"Expected {field.Value}.", AskSender),
            Picture.Number when !RecordView.AllDigits(bytes) && !(field.Presence != Presence.Mandatory && RecordView.AllBlank(bytes)) =>
                ("F-NUMBER", $"Expected {field.Length} digits.", AskSender),
            Picture.Date when !RecordView.TryDate(bytes, out _) && (field.Presence == Presence.Mandatory || (RecordView.AllDigits(bytes) && !RecordView.AllBlankOrZero(bytes))) =>
                ("F-DATE", "Expected a date as YYMMDD that is in the calendar.", AskSender),
            Picture.Time when !RecordView.TryTime(bytes, out _) && !RecordView.AllBlank(bytes) =>
                ("F-TIME", "Expected a time as HHMM, or blanks.", AskSender),
            Picture.Text when field.Presence == Presence.Mandatory && RecordView.AllBlank(bytes) =>
                ("F-MISSING", "The field must not be blank.", AskSender),
            _ => null,
        };
    }

    private static bool HasControlCharacter(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0, (byte)31) >= 0 || bytes.Contains((byte)127);
}
