namespace Alimenta.Formats;

/// <summary>Walks over the records of a fixed-width file in place: lines ended by LF, CRLF or CR, or one unbroken string cut by length.</summary>
/// <remarks>Keeps no record: a file of any size costs one buffer. A line shorter than a record is filled up with blanks (right-trimmed files).
/// Blank lines are passed over. A byte order mark before and blanks, line ends and a Ctrl-Z behind the content are not part of it.</remarks>
public sealed class RecordCursor
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly byte[] _padded;
    private readonly int _length;
    private readonly bool _unbroken;
    private readonly int _first;
    private int _next;
    private int _start;
    private int _size;
    private long _nextLine = 1;

    /// <summary>A cursor before the first record.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="length">How many bytes a whole record has.</param>
    public RecordCursor(ReadOnlyMemory<byte> file, int length)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _first = file.Span.StartsWith(mark) ? mark.Length : 0;
        var end = file.Span.LastIndexOfAnyExcept(" \r\n\u001A"u8) + 1;
        _content = file[..Math.Max(end, _first)];
        _next = _first;
        _length = length;
        _padded = new byte[length];
        _unbroken = _content.Span[_first..].IndexOfAny((byte)'\r', (byte)'\n') < 0;
    }

    private RecordCursor(RecordCursor other, int offset, long line) =>
        (_content, _padded, _length, _unbroken, _first, _next, _nextLine) = (other._content, new byte[other._length], other._length, other._unbroken, other._first, offset, line);

    /// <summary>Whether the file is one string without line breaks.</summary>
    public bool Unbroken => _unbroken;

    /// <summary>Whether a byte order mark was passed over.</summary>
    public bool HadMark => _first > 0;

    /// <summary>The line of the current record, counted from 1; its number in an unbroken file.</summary>
    public long Line { get; private set; }

    /// <summary>The place of the current record in the file, counted from 0.</summary>
    public int Offset => _start;

    /// <summary>How many bytes the current line has as it stands, before it is filled up.</summary>
    public int Size => _size;

    /// <summary>The current record; a longer line is shown only as far as a record reaches.</summary>
    public RecordView Current
    {
        get
        {
            var line = _content.Span.Slice(_start, _size);
            if (_size >= _length) return new(line[.._length], Line, _start);
            line.CopyTo(_padded);
            _padded.AsSpan(_size).Fill((byte)' ');
            return new(_padded, Line, _start);
        }
    }

    /// <summary>A second cursor whose next record is the one at a place that this cursor has named.</summary>
    public RecordCursor At(int offset, long line) => new(this, offset, line);

    /// <summary>Goes to the next record that is not blank.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        var content = _content.Span;
        while (_next < content.Length)
        {
            _start = _next;
            Line = _nextLine++;
            var rest = content[_start..];
            if (_unbroken)
            {
                _size = Math.Min(_length, rest.Length);
                _next = _start + _size;
                return true;
            }

            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            _size = end < 0 ? rest.Length : end;
            _next = _start + _size + (end < 0 ? 0 : rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
            if (!RecordView.AllBlank(rest[.._size])) return true;
        }

        return false;
    }
}
