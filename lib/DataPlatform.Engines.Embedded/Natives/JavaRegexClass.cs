using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Character classes and escapes of Java patterns.</summary>
internal sealed class JavaRegexClass
{
    private readonly string _text;

    // What the class adds to one around it; null where that cannot be said.
    private readonly string? _union;

    public JavaRegexClass(string pattern, ref int position)
    {
        var negated = position + 1 < pattern.Length && pattern[position + 1] == '^';
        var body = new StringBuilder();
        var beyond = new List<string>();
        position += negated ? 2 : 1;
        var start = position;
        while (position < pattern.Length && (pattern[position] != ']' || position == start))
        {
            Item(pattern, ref position, body, beyond);
        }

        if (position >= pattern.Length)
        {
            throw new ArgumentException("A class does not end.");
        }

        position++;
        _union = negated || beyond.Count > 0 ? null : body.ToString();
        _text = negated
            ? beyond.Count > 0 ? throw new NotSupportedException("a negated class with characters beyond the basic plane") : $"(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^{body}])"
            : beyond.Count > 0 ? $"(?:{string.Join("|", beyond)}{(body.Length > 0 ? $"|[{body}]" : "")})" : $"[{body}]";
    }

    public string Write() => _text;

    /// <summary>What an escape stands for, as it may stand in a class: characters or ranges, or <c>^</c> before those that it leaves out.</summary>
    public static string EscapeAt(string pattern, ref int position)
    {
        var c = position + 1 < pattern.Length ? pattern[position + 1] : throw new ArgumentException("A pattern cannot end in a backslash.");
        position += 2;
        switch (c)
        {
            case 'd':
                return "0-9";
            case 'D':
                return "^0-9";
            case 'w':
                return "a-zA-Z_0-9";
            case 'W':
                return "^a-zA-Z_0-9";
            case 's':
                return @" \t\n\x0B\f\r";
            case 'S':
                return @"^ \t\n\x0B\f\r";
            case 'h':
                return @" \xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000\t";
            case 'H':
                return @"^ \xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000\t";
            case 'v':
                return @"\n\x0B\f\r\u0085\u2028\u2029";
            case 'V':
                return @"^\n\x0B\f\r\u0085\u2028\u2029";
            case 'p' or 'P':
                return Property(pattern, ref position, c == 'P');
            case 't' or 'n' or 'r' or 'f' or 'a' or 'e':
                return $"\\{c}";
            case '0':
                return Octal(pattern, ref position);
            case 'x':
                return Hex(pattern, ref position, pattern.Length > position && pattern[position] == '{' ? -1 : 2);
            case 'u':
                return Hex(pattern, ref position, 4);
            case 'c':
                return $"\\u{pattern[position++] ^ 64:X4}";
            default:
                return char.IsAsciiLetterOrDigit(c) ? throw new ArgumentException($"There is no escape \\{c}.") : c > 127 ? c.ToString() : $"\\u{(int)c:X4}";
        }
    }

    /// <summary>An escape's characters as they stand outside a class.</summary>
    public static string Outside(string characters) => characters.StartsWith('^')
        ? $"(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[{characters}])"
        : $"[{characters}]";

    private static void Item(string pattern, ref int position, StringBuilder body, List<string> beyond)
    {
        var c = pattern[position];
        if (c == '[')
        {
            // A class inside a class adds its characters.
            body.Append(new JavaRegexClass(pattern, ref position)._union ?? throw new NotSupportedException("a negated class inside a class"));
            return;
        }

        if (c == '&' && position + 1 < pattern.Length && pattern[position + 1] == '&')
        {
            throw new NotSupportedException("an intersection of classes");
        }

        if (char.IsHighSurrogate(c) && position + 1 < pattern.Length)
        {
            beyond.Add(pattern.Substring(position, 2));
            position += 2;
            return;
        }

        if (c != '\\')
        {
            body.Append(c == '^' ? "\\^" : c.ToString());
            position++;
            return;
        }

        if (position + 1 < pattern.Length && pattern[position + 1] == 'Q')
        {
            var end = pattern.IndexOf("\\E", position, StringComparison.Ordinal);
            foreach (var quoted in pattern[(position + 2)..(end < 0 ? pattern.Length : end)])
            {
                body.Append(CultureInfo.InvariantCulture, $"\\u{(int)quoted:X4}");
            }

            position = end < 0 ? pattern.Length : end + 2;
            return;
        }

        var characters = EscapeAt(pattern, ref position);
        body.Append(characters.StartsWith('^') ? Complement(characters) : characters);
    }

    // .NET has no class that leaves out a class: the ranges between.
    private static string Complement(string characters) => characters switch
    {
        "^0-9" => @"\0-/:-\uFFFF",
        "^a-zA-Z_0-9" => @"\0-/:-@\[-\^`{-\uFFFF",
        @"^ \t\n\x0B\f\r" => @"\0-\x08\x0E-\x1F!-\uFFFF",
        _ when characters.StartsWith(@"^\p{", StringComparison.Ordinal) => @"\P" + characters[3..],
        _ => throw new NotSupportedException("this negated class inside a class"),
    };

    private static string Property(string pattern, ref int position, bool negated)
    {
        string name;
        if (position < pattern.Length && pattern[position] == '{')
        {
            var end = pattern.IndexOf('}', position);
            name = end < 0 ? throw new ArgumentException("A property's name does not end.") : pattern[(position + 1)..end];
            position = end + 1;
        }
        else
        {
            name = pattern[position++].ToString();
        }

        var characters = name switch
        {
            "Lower" => "a-z",
            "Upper" => "A-Z",
            "ASCII" => @"\x00-\x7F",
            "Alpha" => "a-zA-Z",
            "Digit" => "0-9",
            "Alnum" => "a-zA-Z0-9",
            "Punct" => @"!-/:-@\[-`{-~",
            "Graph" => "!-~",
            "Print" => " -~",
            "Blank" => @" \t",
            "Cntrl" => @"\x00-\x1F\x7F",
            "XDigit" => "0-9a-fA-F",
            "Space" => @" \t\n\x0B\f\r",
            "IsAlphabetic" => @"\p{L}\p{Nl}",
            "IsLetter" => @"\p{L}",
            "IsDigit" => @"\p{Nd}",
            "IsUppercase" or "javaUpperCase" => @"\p{Lu}",
            "IsLowercase" or "javaLowerCase" => @"\p{Ll}",
            "IsPunctuation" => @"\p{P}",
            "IsWhite_Space" => @"\s",
            _ when name.StartsWith("Is", StringComparison.Ordinal) && name.Length is 3 or 4 => $"\\p{{{name[2..]}}}",
            _ when name.Length is 1 or 2 => $"\\p{{{name}}}",
            _ => throw new NotSupportedException($"the property {name}"),
        };
        return negated ? $"^{characters}" : characters;
    }

    private static string Octal(string pattern, ref int position)
    {
        var (value, digits) = (0, 0);
        while (position < pattern.Length && digits < 3 && pattern[position] is >= '0' and <= '7' && (value * 8) + pattern[position] - '0' <= 255)
        {
            value = (value * 8) + pattern[position++] - '0';
            digits++;
        }

        return digits > 0 ? $"\\u{value:X4}" : throw new ArgumentException("An octal number has no digits.");
    }

    private static string Hex(string pattern, ref int position, int length)
    {
        var end = length < 0 ? pattern.IndexOf('}', position) : position + length;
        var digits = end < 0 || end > pattern.Length ? "" : pattern[(length < 0 ? position + 1 : position)..end];
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value > 0xFFFF)
        {
            throw new ArgumentException("A hexadecimal number is none, or beyond the basic plane.");
        }

        position = length < 0 ? end + 1 : end;
        return $"\\u{value:X4}";
    }
}
