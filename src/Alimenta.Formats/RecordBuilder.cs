using System.Globalization;
using System.Text;

namespace Alimenta.Formats;

/// <summary>Fills one record of a layout. Literals stand from the beginning; numbers start as zeros and all else as blanks.</summary>
/// <param name="layout">The layout of the record.</param>
/// <param name="line">The line that it will have in the file, for the loss log.</param>
/// <param name="losses">Where text that had to be changed is noted.</param>
public sealed class RecordBuilder(RecordLayout layout, long line, ICollection<TextLoss> losses)
{
    private readonly byte[] _bytes = Empty(layout);

    /// <summary>The record as bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Writes a text in capital letters without accents; what does not fit is cut. Both are noted as a loss; a change of case is not one.</summary>
    public RecordBuilder Text(FieldLayout field, string text)
    {
        var plain = PlainText.Of(text);
        var written = plain.Length > field.Length ? plain[..field.Length].TrimEnd() : plain;
        if (!written.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) losses.Add(new(line, field.Name, text, written));
        return Put(field, written);
    }

    /// <summary>Writes characters as they are.</summary>
    /// <exception cref="ArgumentException">They do not fit, or are not plain ASCII.</exception>
    public RecordBuilder Exact(FieldLayout field, string text)
    {
        if (text.Length > field.Length || text.Any(c => c is < ' ' or > '~')) throw new ArgumentException($"{field.Name} does not fit in {field.Length} plain characters.", nameof(text));
        return Put(field, text);
    }

    /// <summary>Writes a number, right-justified and filled with zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or has too many digits.</exception>
    public RecordBuilder Number(FieldLayout field, long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > field.Length) throw new ArgumentOutOfRangeException(nameof(number), $"{field.Name} has room for {field.Length} digits.");
        return Put(field, digits.PadLeft(field.Length, '0'));
    }

    /// <summary>Writes a date as YYMMDD.</summary>
    public RecordBuilder Date(FieldLayout field, DateOnly date) => Put(field, date.ToString("yyMMdd", CultureInfo.InvariantCulture));

    /// <summary>Writes a time as HHMM.</summary>
    public RecordBuilder Time(FieldLayout field, TimeOnly time) => Put(field, time.ToString("HHmm", CultureInfo.InvariantCulture));

    private RecordBuilder Put(FieldLayout field, string text)
    {
        var place = _bytes.AsSpan(field.Start - 1, field.Length);
        place.Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, place);
        return this;
    }

    private static byte[] Empty(RecordLayout layout)
    {
        var bytes = new byte[layout.Length];
        Array.Fill(bytes, (byte)' ');
        foreach (var field in layout.Fields)
        {
            var place = bytes.AsSpan(field.Start - 1, field.Length);
            if (field.Picture == Picture.Literal) Encoding.ASCII.GetBytes(field.Value, place);
            else if (field.Picture == Picture.Number && field.Presence == Presence.Mandatory) place.Fill((byte)'0');
        }

        return bytes;
    }
}
