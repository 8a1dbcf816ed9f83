using System.Text;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>
/// Splits a CSV record into fields as Spark's parser does. A field whose quote is closed anywhere but before a separator is taken as it stands, quotes included.
/// </summary>
internal sealed class CsvTokenizer(CsvOptions options)
{
    /// <summary>White space of CSV: all control characters and the space.</summary>
    public static readonly char[] White = [.. Enumerable.Range(0, ' ' + 1).Select(c => (char)c)];

    private readonly StringBuilder _field = new();
    private readonly List<string?> _fields = [];

    /// <summary>The fields of a record. A field is null where it has no characters at all and no quotes, the option <c>emptyValue</c> where it has only quotes.</summary>
    public string?[] Split(string record)
    {
        _fields.Clear();
        var position = 0;
        while (true)
        {
            position = Field(record, position);
            if (position >= record.Length)
            {
                break;
            }

            position += options.Separator.Length;
            if (position == record.Length)
            {
                _fields.Add(null);
                break;
            }
        }

        return [.. _fields];
    }

    /// <summary>Whether a line is to be passed over: a comment, or nothing but white space.</summary>
    public bool IsSkipped(string line) => string.IsNullOrWhiteSpace(line) ||
        (options.Comment is { } comment && line.TrimStart().StartsWith(comment));

    /// <summary>Whether a record that is read so far is inside quotes, so that the next line belongs to it.</summary>
    public bool IsOpen(string record)
    {
        if (options.Quote is not { } quote)
        {
            return false;
        }

        var (isOpen, atStart) = (false, true);
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (isOpen && c == options.Escape && i + 1 < record.Length && (record[i + 1] == quote || record[i + 1] == options.Escape))
            {
                i++;
            }
            else if (c == quote && (isOpen || atStart))
            {
                isOpen = !isOpen;
                atStart = false;
            }
            else
            {
                atStart = !isOpen && string.CompareOrdinal(record, i, options.Separator, 0, options.Separator.Length) == 0;
            }
        }

        return isOpen;
    }

    private int Field(string record, int start)
    {
        var position = start;
        if (options.IgnoreLeadingWhiteSpace)
        {
            while (position < record.Length && record[position] <= ' ' && !IsSeparator(record, position))
            {
                position++;
            }
        }

        if (options.Quote is { } quote && position < record.Length && record[position] == quote && Quoted(record, position, quote) is { } end)
        {
            return end;
        }

        var stop = NextSeparator(record, position);
        var text = record[position..stop];
        if (options.IgnoreTrailingWhiteSpace)
        {
            text = text.TrimEnd(White);
        }

        _fields.Add(text.Length == 0 ? null : text);
        return stop;
    }

    // The end of a properly quoted field; null where the quote is closed in the middle, or never.
    private int? Quoted(string record, int open, char quote)
    {
        _field.Clear();
        for (var i = open + 1; i < record.Length; i++)
        {
            var c = record[i];
            if (c == options.Escape && i + 1 < record.Length && record[i + 1] == quote)
            {
                _field.Append(quote);
                i++;
            }
            else if (c == options.Escape && c != quote && (i + 1 == record.Length || record[i + 1] == c))
            {
                // Escaped itself, or the last character of a field that is never closed.
                _field.Append(record.AsSpan(i + 1, Math.Min(1, record.Length - i - 1)));
                i++;
            }
            else if (c == quote)
            {
                var next = i + 1;
                while (next < record.Length && record[next] <= ' ' && !IsSeparator(record, next))
                {
                    next++;
                }

                if (next < record.Length && !IsSeparator(record, next))
                {
                    return Unescaped(record, open, i);
                }

                _fields.Add(_field.Length > 0 ? _field.ToString() : options.EmptyValue);
                return next;
            }
            else
            {
                _field.Append(c);
            }
        }

        // Never closed: the rest of the record, without the quote that opened it.
        var rest = _field.ToString();
        _fields.Add(rest.Length == 0 ? null : rest);
        return record.Length;
    }

    // From the quote that should have ended the field on, everything counts up to the next separator.
    private int Unescaped(string record, int open, int quoteAt)
    {
        var stop = NextSeparator(record, quoteAt);
        _fields.Add(record[open..stop]);
        return stop;
    }

    private int NextSeparator(string record, int from)
    {
        var at = record.IndexOf(options.Separator, from, StringComparison.Ordinal);
        return at < 0 ? record.Length : at;
    }

    private bool IsSeparator(string record, int position) => string.CompareOrdinal(record, position, options.Separator, 0, options.Separator.Length) == 0;
}
