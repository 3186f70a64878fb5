using System.Buffers;

namespace Alimenta.Formats;

/// <summary>Walks over the records of a fixed-width file: lines ended by LF, CRLF or CR, or one unbroken string cut by length.</summary>
/// <remarks>Keeps no record: a file of any size costs one buffer. A line shorter than a record is filled up with blanks (right-trimmed files).
/// Blank lines are passed over. A byte order mark before and blanks, line ends and a Ctrl-Z behind the content are not part of it.</remarks>
public sealed class RecordCursor
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> Trailing = SearchValues.Create(" \r\n\u001A"u8);

    private readonly FileBytes _file;
    private readonly long _first;
    private readonly long _end;
    private readonly byte[] _window = new byte[FileBytes.Window];
    private readonly byte[] _record;
    private long _windowAt;
    private int _windowSize;
    private long _next;
    private long _nextLine = 1;

    /// <summary>A cursor before the first record.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="length">How many bytes a whole record has.</param>
    public RecordCursor(FileBytes file, int length)
    {
        (_file, _record) = (file, new byte[length]);
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _first = _next = From(0, file.Length).StartsWith(mark) ? mark.Length : 0;
        _end = Math.Max(file.EndOfExcept(Trailing), _first);
        Unbroken = file.First(LineEnds, _first) >= _end;
    }

    private RecordCursor(RecordCursor other) =>
        (_file, _record, _first, _next, _end, Unbroken) = (other._file, new byte[other._record.Length], other._first, other._first, other._end, other.Unbroken);

    /// <summary>Whether the file is one string without line breaks.</summary>
    public bool Unbroken { get; }

    /// <summary>Whether a byte order mark was passed over.</summary>
    public bool HadMark => _first > 0;

    /// <summary>The line of the current record, counted from 1; its number in an unbroken file.</summary>
    public long Line { get; private set; }

    /// <summary>The place of the current record in the file, counted from 0.</summary>
    public long Offset { get; private set; }

    /// <summary>How many bytes the current line has as it stands, before it is filled up.</summary>
    public long Size { get; private set; }

    /// <summary>The current record until the cursor moves; a longer line is shown only as far as a record reaches.</summary>
    public RecordView Current => new(_record, Line, Offset);

    /// <summary>A second cursor before the first record.</summary>
    public RecordCursor Again() => new(this);

    /// <summary>Goes to the next record that is not blank.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_next < _end)
        {
            (Offset, Line) = (_next, _nextLine++);
            _record.AsSpan().Fill((byte)' ');
            if (Unbroken)
            {
                Size = Math.Min(_record.Length, _end - Offset);
                Take(From(Offset, Offset + Size), 0);
                _next = Offset + Size;
                return true;
            }

            if (ReadLine()) return true;
        }

        return false;
    }

    /// <summary>Takes the line at the place of the current record, however long it is; says whether there is anything in it.</summary>
    private bool ReadLine()
    {
        var (blank, at) = (true, Offset);
        while (true)
        {
            var bytes = From(at, _end);
            var end = bytes.IndexOfAny(LineEnds);
            var part = end < 0 ? bytes : bytes[..end];
            blank &= RecordView.AllBlank(part);
            Take(part, at - Offset);
            at += part.Length;
            if (end < 0 && at < _end) continue;
            Size = at - Offset;
            _next = at + (end < 0 ? 0 : bytes[end] == '\r' && From(at + 1, _end) is [(byte)'\n', ..] ? 2 : 1);
            return !blank;
        }
    }

    private void Take(ReadOnlySpan<byte> part, long place)
    {
        if (place < _record.Length) part[..(int)Math.Min(part.Length, _record.Length - place)].CopyTo(_record.AsSpan((int)place));
    }

    /// <summary>Bytes from a place on, as many as lie in the window, at least one before the end; an unbroken record whole.</summary>
    private ReadOnlySpan<byte> From(long at, long end)
    {
        if (at >= end) return [];
        var need = Unbroken ? Math.Min(_record.Length, end - at) : 1;
        if (at < _windowAt || at + need > _windowAt + _windowSize) (_windowAt, _windowSize) = (at, _file.Read(at, _window));
        var start = (int)(at - _windowAt);
        return _window.AsSpan(start, (int)Math.Min(_windowSize - start, end - at));
    }
}
