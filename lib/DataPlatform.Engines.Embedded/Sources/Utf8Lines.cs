using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The lines of a file of UTF-8, read in place; split as by <see cref="TextFiles.Lines"/>.</summary>
internal sealed class Utf8Lines : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private static readonly byte[][] OtherMarks = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]];

    private readonly string _path;
    private readonly Stream _content;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _length;
    private int _next;
    private int _end;
    private bool _isAfterReturn;

    private Utf8Lines(string path)
    {
        _path = path;
        _content = TextFiles.Open(path);
    }

    /// <summary>The line that was read last, until the next one is; bytes that are no UTF-8 included.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _length);

    /// <summary>Where the line begins in <see cref="Buffer"/>.</summary>
    public int Start => _start;

    /// <summary>What holds the line.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Opens a file; null where its first bytes say that it is of another encoding.</summary>
    /// <exception cref="DataPlatformException"><c>FAILED_READ_FILE.NO_HINT</c>, here and while reading.</exception>
    public static Utf8Lines? TryOpen(string path)
    {
        var lines = new Utf8Lines(path);
        while (lines._end < 4 && lines.Fill())
        {
        }

        var content = lines._buffer.AsSpan(0, lines._end);
        foreach (var mark in OtherMarks)
        {
            if (content.StartsWith(mark))
            {
                lines.Dispose();
                return null;
            }
        }

        lines._next = content.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return lines;
    }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Read()
    {
        if (_isAfterReturn && (_next < _end || Fill()) && _buffer[_next] == (byte)'\n')
        {
            _next++;
        }

        _isAfterReturn = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_next + searched, _end - _next - searched).IndexOfAny((byte)'\n', (byte)'\r');
            if (at >= 0)
            {
                (_start, _length) = (_next, searched + at);
                _next += _length + 1;
                _isAfterReturn = _buffer[_next - 1] == (byte)'\r';
                return true;
            }

            searched = _end - _next;
            if (!Fill())
            {
                (_start, _length, _next) = (_next, searched, _end);
                return searched > 0;
            }
        }
    }

    /// <summary>The line as text; what is no UTF-8 is replaced.</summary>
    public string Text() => Encoding.UTF8.GetString(Line);

    /// <summary>Puts the line into a column; what is no UTF-8 is replaced.</summary>
    public void CopyTo(FeedRow row, int column)
    {
        if (Utf8.IsValid(Line))
        {
            row.Set(column, _buffer, _start, _length);
        }
        else
        {
            row.Set(column, Text());
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    // Keeps what is not yet given out, at the front. False at the end.
    private bool Fill()
    {
        var kept = _end - _next;
        if (kept == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(_next, kept).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_next > 0)
        {
            _buffer.AsSpan(_next, kept).CopyTo(_buffer);
        }

        (_next, _end) = (0, kept);
        try
        {
            var count = _content.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            return count > 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw EmbeddedErrors.FailedReadFile(_path, failure);
        }
    }
}
