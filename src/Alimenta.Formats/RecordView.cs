using System.Globalization;
using System.Text;

namespace Alimenta.Formats;

/// <summary>A record in place: its bytes, filled up with blanks to the full length, and where it stands in the file.</summary>
/// <remarks>Positions are bytes, never characters, so that a letter of several bytes cannot move the columns after it unseen.</remarks>
/// <param name="bytes">The bytes of the record at its full length.</param>
/// <param name="line">Its line, counted from 1; the number of the record in a file without line breaks.</param>
/// <param name="offset">The place of its first byte in the file, counted from 0.</param>
public readonly ref struct RecordView(ReadOnlySpan<byte> bytes, long line, long offset)
{
    /// <summary>The bytes of the record.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Its line, counted from 1; the number of the record in a file without line breaks.</summary>
    public long Line { get; } = line;

    /// <summary>The place of its first byte in the file, counted from 0.</summary>
    public long Offset { get; } = offset;

    /// <summary>The first character, which tells the kind of record in many formats.</summary>
    public char First => (char)Bytes[0];

    /// <summary>The bytes of a field.</summary>
    public ReadOnlySpan<byte> Of(FieldLayout field) => Bytes.Slice(field.Start - 1, field.Length);

    /// <summary>The characters of a field with the blanks around them.</summary>
    public string Raw(FieldLayout field) => Encoding.Latin1.GetString(Of(field));

    /// <summary>The characters of a field without the blanks around them.</summary>
    public string Text(FieldLayout field) => Encoding.Latin1.GetString(Of(field).Trim((byte)' '));

    /// <summary>The number in a field that holds digits only.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public long Number(FieldLayout field) =>
        AllDigits(Of(field)) ? long.Parse(Of(field), NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException($"{field.Name} is not a number.");

    /// <summary>The date in a field, or null when it is blank, zeros or not a date.</summary>
    public DateOnly? Date(FieldLayout field) => TryDate(Of(field), out var date) ? date : null;

    /// <summary>The time in a field, or null when it is blank or not a time.</summary>
    public TimeOnly? Time(FieldLayout field) => TryTime(Of(field), out var time) ? time : null;

    /// <summary>Whether all bytes are digits.</summary>
    public static bool AllDigits(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>Whether all bytes are blanks.</summary>
    public static bool AllBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)' ') < 0;

    /// <summary>Whether all bytes are blanks or zeros.</summary>
    public static bool AllBlankOrZero(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)' ', (byte)'0') < 0;

    /// <summary>Reads six digits as a date, the years 00 to 69 as 2000 to 2069 and 70 to 99 as 1970 to 1999.</summary>
    public static bool TryDate(ReadOnlySpan<byte> bytes, out DateOnly date)
    {
        date = default;
        if (bytes.Length != 6 || !AllDigits(bytes)) return false;
        int year = Two(bytes, 0), month = Two(bytes, 2), day = Two(bytes, 4);
        year += year < 70 ? 2000 : 1900;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary>Reads four digits as a time of day.</summary>
    public static bool TryTime(ReadOnlySpan<byte> bytes, out TimeOnly time)
    {
        time = default;
        if (bytes.Length != 4 || !AllDigits(bytes) || Two(bytes, 0) > 23 || Two(bytes, 2) > 59) return false;
        time = new(Two(bytes, 0), Two(bytes, 2));
        return true;
    }

    private static int Two(ReadOnlySpan<byte> bytes, int at) => (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
}
