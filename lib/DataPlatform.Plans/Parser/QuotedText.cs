using System.Globalization;
using System.Text;

namespace DataPlatform.Plans;

/// <summary>Strings and names in quotes, by Spark's rules of escapes.</summary>
internal static class QuotedText
{
    /// <summary>Where quoted text that begins at a position ends, exclusive; -1 where it does not end. A doubled quote is part of it.</summary>
    public static int End(string text, int start, bool backslashEscapes)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (backslashEscapes && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (i + 1 >= text.Length || text[i + 1] != quote)
                {
                    return i + 1;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>What a string says: a doubled quote is one, backslash sequences are undone, save <c>\%</c> and <c>\_</c>, which a pattern needs.</summary>
    public static string Unescape(string content, char quote)
    {
        var result = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == quote)
            {
                i++;
                result.Append(quote);
            }
            else if (content[i] == '\\' && i + 1 < content.Length)
            {
                i += AppendEscape(content.AsSpan(i + 1), result);
            }
            else
            {
                result.Append(content[i]);
            }
        }

        return result.ToString();
    }

    // Gives how many characters behind the backslash were taken.
    private static int AppendEscape(ReadOnlySpan<char> rest, StringBuilder result)
    {
        if (TryNumber(rest, 'u', 4, 16, out var unit))
        {
            result.Append((char)unit);
            return 5;
        }

        if (TryNumber(rest, 'U', 8, 16, out var codePoint) && Rune.IsValid(codePoint))
        {
            result.Append(char.ConvertFromUtf32(codePoint));
            return 9;
        }

        if (rest[0] is '0' or '1' && TryNumber(rest, null, 3, 8, out var octal))
        {
            result.Append((char)octal);
            return 3;
        }

        if (rest[0] is '%' or '_')
        {
            result.Append('\\');
        }

        result.Append(rest[0] switch
        {
            '0' => '\0',
            'b' => '\b',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'Z' => '\u001A',
            var c => c,
        });
        return 1;
    }

    private static bool TryNumber(ReadOnlySpan<char> rest, char? prefix, int digits, int radix, out int value)
    {
        value = 0;
        var start = prefix is null ? 0 : 1;
        if (rest.Length < start + digits || (prefix is not null && rest[0] != prefix))
        {
            return false;
        }

        long number = 0;
        foreach (var c in rest.Slice(start, digits))
        {
            if (!char.IsAsciiHexDigit(c) || (radix == 8 && c > '7'))
            {
                return false;
            }

            number = (number * radix) + int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        value = (int)Math.Min(number, int.MaxValue);
        return true;
    }
}
