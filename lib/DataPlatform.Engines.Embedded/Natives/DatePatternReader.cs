using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Reads the text of a date and time pattern.</summary>
internal sealed class DatePatternReader
{
    // Letters that Spark 2.4 took: a pattern of them that is none today is refused with a condition of its own.
    private const string LettersOfBefore = "GyYMLdWwDFEuaHhKkmsSzZX";
    private const string WeekBased = "YWwuec";
    private const string NeverTaken = "ABnNp";
    private const string NotForParsing = "EFqQ";

    private static readonly string[] ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] ShortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly string _pattern;
    private readonly bool _isParsing;
    private readonly bool _hasEra;
    private readonly Stack<List<DatePatternItem>> _open = new();
    private int _position;

    private DatePatternReader(string pattern, bool isParsing)
    {
        _pattern = pattern;
        _isParsing = isParsing;
        _hasEra = Unquoted(pattern).Contains('G', StringComparison.Ordinal);
    }

    /// <summary>The pieces of a pattern.</summary>
    /// <exception cref="DataPlatformException">As <see cref="DatePattern.ForPrinting"/>.</exception>
    public static IReadOnlyList<DatePatternItem> Read(string pattern, bool isParsing)
    {
        foreach (var letter in Unquoted(pattern))
        {
            if (WeekBased.Contains(letter, StringComparison.Ordinal))
            {
                throw Refusal(pattern, EmbeddedErrors.WeekBasedPattern(pattern, letter));
            }

            if (NeverTaken.Contains(letter, StringComparison.Ordinal) || (isParsing && NotForParsing.Contains(letter, StringComparison.Ordinal)))
            {
                throw Refusal(pattern, EmbeddedErrors.IllegalPatternCharacter(pattern, letter));
            }
        }

        return new DatePatternReader(pattern, isParsing).Read() ?? throw Refusal(pattern, EmbeddedErrors.UnrecognizedPattern(pattern));
    }

    private static DataPlatformException Refusal(string pattern, DataPlatformException otherwise)
    {
        var letters = Unquoted(pattern);
        var wasTaken = pattern.Count(c => c == '\'') % 2 == 0
            && letters.All(c => !char.IsAsciiLetter(c) || LettersOfBefore.Contains(c, StringComparison.Ordinal))
            && !letters.Contains("XXXX", StringComparison.Ordinal);
        return wasTaken ? EmbeddedErrors.PatternMeansOtherThanBefore(pattern) : otherwise;
    }

    private static string Unquoted(string pattern) => string.Concat(pattern.Split('\'').Where((_, i) => i % 2 == 0));

    private List<DatePatternItem>? Read()
    {
        _open.Push([]);
        while (_position < _pattern.Length)
        {
            var c = _pattern[_position];
            if (!(c switch
            {
                '\'' => ReadQuoted(),
                '[' => Open(),
                ']' => Close(),
                '{' or '}' or '#' => false,
                _ when char.IsAsciiLetter(c) => ReadLetters(c),
                _ => Append(new DatePatternItem.Literal(_pattern[_position++].ToString())),
            }))
            {
                return null;
            }
        }

        while (_open.Count > 1)
        {
            Close();
        }

        return _open.Pop();
    }

    private bool Open()
    {
        _open.Push([]);
        _position++;
        return true;
    }

    private bool Close()
    {
        if (_open.Count == 1)
        {
            return false;
        }

        var items = _open.Pop();
        _position++;
        return Append(new DatePatternItem.Optional(items));
    }

    private bool Append(DatePatternItem item)
    {
        _open.Peek().Add(item);
        return true;
    }

    private bool ReadQuoted()
    {
        var text = new StringBuilder();
        for (_position++; _position < _pattern.Length; _position++)
        {
            if (_pattern[_position] != '\'')
            {
                text.Append(_pattern[_position]);
            }
            else if (_position + 1 < _pattern.Length && _pattern[_position + 1] == '\'')
            {
                text.Append(_pattern[_position++]);
            }
            else
            {
                _position++;
                return Append(new DatePatternItem.Literal(text.Length == 0 ? "'" : text.ToString()));
            }
        }

        return false;
    }

    private bool ReadLetters(char letter)
    {
        var start = _position;
        while (_position < _pattern.Length && _pattern[_position] == letter)
        {
            _position++;
        }

        var count = _position - start;
        if (count > 4 && letter is 'Q' or 'q')
        {
            throw EmbeddedErrors.PatternTooLong(_pattern);
        }

        return Item(letter, count) switch
        {
            null => false,
            DateNumber number => AppendNumber(number),
            var item => Append(item),
        };
    }

    private DatePatternItem? Item(char letter, int count) => (letter, count) switch
    {
        ('G', <= 3) => new DatePatternItem.Word('G', ["BC", "AD"], 0),
        ('G', 4) => new DatePatternItem.Word('G', ["Before Christ", "Anno Domini"], 0),
        ('y', <= 6) => Year(_hasEra ? 'y' : 'u', count),
        ('M' or 'L', 3) => new DatePatternItem.Word('M', ShortMonths, 1),
        ('M' or 'L', 4) => new DatePatternItem.Word('M', Months, 1),
        ('E', <= 3) => new DatePatternItem.Word('E', ShortDays, 1),
        ('E', 4) => new DatePatternItem.Word('E', Days, 1),
        ('Q' or 'q', 3) => new DatePatternItem.Word('Q', ["Q1", "Q2", "Q3", "Q4"], 1),
        ('Q' or 'q', 4) => new DatePatternItem.Word('Q', ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"], 1),
        ('a', 1) => new DatePatternItem.Word('a', ["AM", "PM"], 0),
        ('D', 2) => new DateNumber('D', 2, 3, DateNumber.SignStyle.None),
        ('D', 3) => new DateNumber('D', 3, 3, DateNumber.SignStyle.None),
        ('F' or 'D', 1) => new DateNumber(letter, 1, 19, DateNumber.SignStyle.Minus),
        ('M' or 'L' or 'Q' or 'q' or 'd' or 'H' or 'h' or 'K' or 'k' or 'm' or 's', 1) => new DateNumber(letter, 1, 19, DateNumber.SignStyle.Minus),
        ('M' or 'L' or 'Q' or 'q' or 'd' or 'H' or 'h' or 'K' or 'k' or 'm' or 's', 2) => new DateNumber(letter, 2, 2, DateNumber.SignStyle.None),
        ('S', <= 9) => new DatePatternItem.Fraction(count),
        ('V', 2) or ('z', <= 4) or ('O', 1 or 4) or ('X' or 'x' or 'Z', <= 5) => new DateZoneItem(letter, count),
        _ => null,
    };

    private static DateNumber Year(char letter, int count) => count switch
    {
        2 => new DateNumber(letter, 2, 2, DateNumber.SignStyle.None) { IsTwoDigitYear = true },
        < 4 => new DateNumber(letter, count, 19, DateNumber.SignStyle.Minus),
        _ => new DateNumber(letter, count, 19, DateNumber.SignStyle.PlusWhenLonger),
    };

    // The digits of numbers of fixed width right behind a number are theirs: yyyyMMdd.
    private bool AppendNumber(DateNumber number)
    {
        var items = _open.Peek();
        var first = items.Count - 1;
        while (_isParsing && number.IsFixed && first >= 0 && items[first] is DateNumber before)
        {
            if (first == 0 || items[first - 1] is not DateNumber || !before.IsFixed)
            {
                items[first] = before with { WidthBehind = before.IsFixed ? 0 : before.WidthBehind + number.MaxWidth };
                break;
            }

            first--;
        }

        return Append(number);
    }
}
