using System.Text;
using System.Text.Unicode;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Splits lines of CSV that need no thought into texts, in place: no quotes, no white space that counts, columns of text.</summary>
internal sealed class PlainCsvLine
{
    private readonly byte _separator;
    private readonly byte? _quote;
    private readonly byte[] _nullValue;

    private PlainCsvLine(CsvOptions options)
    {
        _separator = (byte)options.Separator[0];
        _quote = (byte?)options.Quote;
        _nullValue = Encoding.UTF8.GetBytes(options.NullValue);
    }

    /// <summary>The splitter for files read with some options; null where their lines may need more.</summary>
    public static PlainCsvLine? For(CsvOptions options) =>
        options is { Encoding: UTF8Encoding, LineSeparator: null, MultiLine: false, Comment: null, IgnoreLeadingWhiteSpace: false, IgnoreTrailingWhiteSpace: false, Separator: [< '\x80'], Quote: null or < '\x80' }
            ? new PlainCsvLine(options)
            : null;

    /// <summary>Whether a line is one to be split here.</summary>
    public bool Fits(ReadOnlySpan<byte> line) =>
        !line.IsEmpty && line[0] is > (byte)' ' and < 0x7F && (_quote is not { } quote || !line.Contains(quote)) && Utf8.IsValid(line);

    /// <summary>Sets columns to the fields, null where one is empty or the null value; those of no field stay as they are. Gives the number of fields.</summary>
    /// <param name="lines">What has read the line.</param>
    /// <param name="row">The row.</param>
    /// <param name="columns">The column of each field.</param>
    public int Split(Utf8Lines lines, FeedRow row, int[] columns)
    {
        var (buffer, start, end) = (lines.Buffer, lines.Start, lines.Start + lines.Line.Length);
        for (var field = 0; ; field++)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf(_separator);
            var length = at < 0 ? end - start : at;
            if (field < columns.Length && length > 0 && !buffer.AsSpan(start, length).SequenceEqual(_nullValue))
            {
                row.Set(columns[field], buffer, start, length);
            }

            if (at < 0)
            {
                return field + 1;
            }

            start += length + 1;
        }
    }
}
