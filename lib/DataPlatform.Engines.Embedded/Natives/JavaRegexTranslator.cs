using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// Writes a Java pattern as .NET's engine must read it: classes such as \d are ASCII only, characters beyond the basic plane count as one, lines end in more ways, groups with
/// names are numbered among the others, quantifiers may be possessive.
/// </summary>
internal sealed class JavaRegexTranslator(string pattern)
{
    private const string LineEnds = @"\n\r\u0085\u2028\u2029";
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Stack<bool> _dotAll = new([false]);
    private int _position;
    private int _groups;
    private bool _multiline;

    // Where the last item begins in the output, for possessive quantifiers.
    private int _item;

    private readonly Stack<int> _openings = new();

    public IReadOnlyDictionary<string, int> GroupNames => _names;

    public string Translate()
    {
        while (_position < pattern.Length)
        {
            Next();
        }

        return _output.ToString();
    }

    private void Next()
    {
        var c = pattern[_position];
        switch (c)
        {
            case '\\':
                Begin();
                Escape();
                break;
            case '[':
                Begin();
                _output.Append(new JavaRegexClass(pattern, ref _position).Write());
                break;
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '.':
                Begin();
                _output.Append(_dotAll.Peek() ? $"(?:{Pair}|[\\s\\S])" : $"(?:{Pair}|[^{LineEnds}])");
                _position++;
                break;
            case '$':
                _output.Append(_multiline ? $"(?=[{LineEnds}]|\\z)" : $"(?=(?:\\r\\n|[{LineEnds}])?\\z)(?<!\\r(?=\\n))");
                _position++;
                break;
            case '+' when IsPossessive():
                _output.Insert(_item, "(?>").Append(')');
                _position++;
                break;
            default:
                Plain(c);
                break;
        }
    }

    private void Begin() => _item = _output.Length;

    private void Plain(char c)
    {
        if (c is not ('*' or '?' or '+' or '{' or '}' or '|' or '^'))
        {
            Begin();
        }

        if (char.IsHighSurrogate(c) && _position + 1 < pattern.Length)
        {
            _output.Append("(?:").Append(pattern, _position, 2).Append(')');
            _position += 2;
            return;
        }

        if (c == '{')
        {
            var end = pattern.IndexOf('}', _position);
            if (end > 0)
            {
                _output.Append(pattern, _position, end - _position + 1);
                _position = end + 1;
                return;
            }
        }

        _output.Append(c);
        _position++;
    }

    // A plus behind a quantifier.
    private bool IsPossessive() => _position > 0 && pattern[_position - 1] is '*' or '+' or '?' or '}' && !(_position > 1 && pattern[_position - 2] == '\\');

    private void Open()
    {
        _openings.Push(_output.Length);
        var dotAll = _dotAll.Peek();
        if (!Follows("(?"))
        {
            _groups++;
            _output.Append('(');
            _position++;
        }
        else if (Follows("(?<") && !Follows("(?<=") && !Follows("(?<!"))
        {
            var end = pattern.IndexOf('>', _position);
            _names[end < 0 ? throw new ArgumentException("A group's name does not end.") : pattern[(_position + 3)..end]] = ++_groups;
            _output.Append('(');
            _position = end + 1;
        }
        else if (_position + 2 < pattern.Length && (char.IsAsciiLetter(pattern[_position + 2]) || pattern[_position + 2] == '-'))
        {
            dotAll = Flags(dotAll);
            if (pattern[_position - 1] == ')')
            {
                _openings.Pop();
                _dotAll.Pop();
            }
        }
        else
        {
            _output.Append("(?").Append(pattern[Math.Min(_position + 2, pattern.Length - 1)]);
            _position += 3;
            if (Follows("=") || Follows("!"))
            {
                if (pattern[_position - 1] == '<')
                {
                    _output.Append(pattern[_position++]);
                }
            }
        }

        _dotAll.Push(dotAll);
    }

    // Inline flags: (?is) for the rest of the group, (?i:…) for a group of its own. Unicode case folding is .NET's own way.
    private bool Flags(bool dotAll)
    {
        var end = _position + 2;
        var on = true;
        var kept = new StringBuilder();
        for (; end < pattern.Length && pattern[end] is not (')' or ':'); end++)
        {
            var flag = pattern[end];
            on = flag != '-' && on;
            dotAll = flag == 's' ? on : dotAll;
            _multiline = flag == 'm' ? on : _multiline;
            kept.Append(flag switch
            {
                'i' or 'm' or 'x' or 's' or '-' => flag.ToString(),
                'u' => "",
                _ => throw new NotSupportedException($"the flag {flag}"),
            });
        }

        if (end >= pattern.Length)
        {
            throw new ArgumentException("A group does not end.");
        }

        var flags = kept.ToString().TrimEnd('-');
        _output.Append(pattern[end] == ')' && flags.Length == 0 ? "" : $"(?{flags}{pattern[end]}");
        _position = end + 1;
        return dotAll;
    }

    private void Close()
    {
        if (_openings.Count == 0)
        {
            throw new ArgumentException("A parenthesis closes what was not opened.");
        }

        _item = _openings.Pop();
        _dotAll.Pop();
        _output.Append(')');
        _position++;
    }

    private void Escape()
    {
        if (_position + 1 >= pattern.Length)
        {
            throw new ArgumentException("A pattern cannot end in a backslash.");
        }

        var c = pattern[_position + 1];
        switch (c)
        {
            case 'Q':
                var end = pattern.IndexOf("\\E", _position, StringComparison.Ordinal);
                var literal = pattern[(_position + 2)..(end < 0 ? pattern.Length : end)];
                _output.Append(System.Text.RegularExpressions.Regex.Escape(literal));
                _position = end < 0 ? pattern.Length : end + 2;
                return;
            case 'k':
                var close = pattern.IndexOf('>', _position);
                var name = close < 0 ? "" : pattern[(_position + 3)..close];
                _output.Append(CultureInfo.InvariantCulture, $"(?:\\{_names.GetValueOrDefault(name, -1)})");
                _position = close + 1;
                return;
            case 'R':
                _output.Append(@"(?:\r\n|[\n\x0B\f\r\u0085\u2028\u2029])");
                _position += 2;
                return;
            case 'Z':
                _output.Append($"(?=(?:\\r\\n|[{LineEnds}])?\\z)");
                _position += 2;
                return;
            case 'b' or 'B' or 'A' or 'z' or 'G' or (>= '1' and <= '9'):
                _output.Append('\\').Append(c);
                _position += 2;
                return;
        }

        _output.Append(JavaRegexClass.Outside(JavaRegexClass.EscapeAt(pattern, ref _position)));
    }

    private bool Follows(string text) => string.CompareOrdinal(pattern, _position, text, 0, text.Length) == 0;
}
