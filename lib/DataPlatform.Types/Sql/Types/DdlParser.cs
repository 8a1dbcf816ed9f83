using System.Globalization;
using System.Text;
using DataPlatform;
using Newtonsoft.Json.Linq;

namespace Microsoft.Spark.Sql.Types;

/// <summary>
/// Reads types and column lists from Spark's DDL: <c>bigint</c>, <c>array&lt;struct&lt;a: int&gt;&gt;</c>, <c>a INT NOT NULL COMMENT 'x', b STRING</c>.
/// Keywords are read without case; names may be in back quotes.
/// </summary>
public sealed class DdlParser
{
    private readonly string _text;
    private int _position;

    private DdlParser(string text, int position)
    {
        _text = text;
        _position = position;
    }

    /// <summary>Reads one type that is the whole text.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static DataType ParseDataType(string ddl)
    {
        var parser = new DdlParser(ddl, 0);
        var type = parser.Type();
        parser.End();
        return type;
    }

    /// <summary>Reads a type that begins at a position of a longer text, and moves the position behind it.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static DataType ParseDataTypeAt(string text, ref int position)
    {
        var parser = new DdlParser(text, position);
        var type = parser.Type();
        position = parser._position;
        return type;
    }

    /// <summary>Reads a column list that is the whole text; empty text is no column.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static StructType ParseTableSchema(string ddl)
    {
        var parser = new DdlParser(ddl, 0);
        var fields = new List<StructField>();
        if (parser.Peek() != '\0')
        {
            do
            {
                fields.Add(parser.Field(colonAllowed: true));
            }
            while (parser.TryTake(','));
        }

        parser.End();
        return new StructType(fields);
    }

    /// <summary>Reads one type, or a column list where the text is no single type, as Spark's <c>DataType.fromDDL</c> does; of a text that is neither the error says why it is no type.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static DataType ParseDataTypeOrSchema(string ddl)
    {
        try
        {
            return ParseDataType(ddl);
        }
        catch (AnalysisException noType) when (ddl.Trim().Any(c => char.IsWhiteSpace(c) || c == ':'))
        {
            try
            {
                return ParseTableSchema(ddl);
            }
            catch (AnalysisException)
            {
                throw NoType(ddl, noType);
            }
        }
    }

    // Spark reads all of a text before it asks what its words mean: two of them are no type, whatever the first may be.
    private static AnalysisException NoType(string ddl, AnalysisException reason)
    {
        var parser = new DdlParser(ddl, 0);
        parser.Identifier();
        return char.IsAsciiLetter(parser.Peek()) ? parser.Syntax() : reason;
    }

    /// <summary>A name as DDL needs it: in back quotes unless it is of ASCII letters, digits and underscores and begins with no digit.</summary>
    public static string QuoteIfNeeded(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private DataType Type()
    {
        var start = _position;
        var word = Identifier().ToUpperInvariant();
        switch (word)
        {
            case "ARRAY":
                return Bracketed(() => new ArrayType(Type()));
            case "MAP":
                return Bracketed(() =>
                {
                    var key = Type();
                    Take(',');
                    return new MapType(key, Type());
                });
            case "STRUCT":
                return Struct();
            case "DECIMAL" or "DEC" or "NUMERIC":
                var numbers = Numbers();
                return numbers.Length switch
                {
                    0 => new DecimalType(),
                    1 => Decimal(numbers[0], 0),
                    2 => Decimal(numbers[0], numbers[1]),
                    _ => throw Syntax(),
                };
            case "CHAR" or "CHARACTER":
                return new CharType(Length());
            case "VARCHAR":
                return new VarcharType(Length());
            case "INTERVAL":
                return Interval();
            case "TIME":
                return Time();
            default:
                return Simple(word) ?? throw TypeErrors.Unsupported(word, start, _text);
        }
    }

    private static AtomicType? SimpleAtomic(string word) => word switch
    {
        "BOOLEAN" => new BooleanType(),
        "TINYINT" or "BYTE" => new ByteType(),
        "SMALLINT" or "SHORT" => new ShortType(),
        "INT" or "INTEGER" => new IntegerType(),
        "BIGINT" or "LONG" => new LongType(),
        "FLOAT" or "REAL" => new FloatType(),
        "DOUBLE" => new DoubleType(),
        "DATE" => new DateType(),
        "TIMESTAMP" or "TIMESTAMP_LTZ" => new TimestampType(),
        "TIMESTAMP_NTZ" => new TimestampNTZType(),
        "STRING" => new StringType(),
        "BINARY" => new BinaryType(),
        "VARIANT" => new VariantType(),
        _ => null,
    };

    private static DataType? Simple(string word) => word == "VOID" ? new NullType() : SimpleAtomic(word);

    private static DecimalType Decimal(int precision, int scale) =>
        precision is >= 1 and <= DecimalType.MaxPrecision && scale >= 0 && scale <= precision
            ? new DecimalType(precision, scale)
            : throw TypeErrors.InvalidDecimal(precision, scale);

    private TimeType Time() => Numbers() switch
    {
        [] => new TimeType(),
        [>= 0 and <= TimeType.MaxPrecision and var digits] => new TimeType(digits),
        [var digits] => throw TypeErrors.InvalidTimePrecision(digits),
        _ => throw Syntax(),
    };

    private StructType Struct()
    {
        var fields = new List<StructField>();
        Take('<');
        if (!TryTake('>'))
        {
            do
            {
                fields.Add(Field(colonAllowed: true));
            }
            while (TryTake(','));
            Take('>');
        }

        return new StructType(fields);
    }

    private StructField Field(bool colonAllowed)
    {
        var name = Identifier();
        if (colonAllowed)
        {
            TryTake(':');
        }

        var type = Type();
        var nullable = true;
        JObject? metadata = null;
        while (true)
        {
            if (TryKeyword("NOT"))
            {
                Keyword("NULL");
                nullable = false;
            }
            else if (TryKeyword("NULL"))
            {
                nullable = true;
            }
            else if (TryKeyword("COMMENT"))
            {
                metadata = new JObject { ["comment"] = StringLiteral() };
            }
            else
            {
                return new StructField(name, type, nullable, metadata);
            }
        }
    }

    private DataType Interval()
    {
        string[] yearMonth = ["YEAR", "MONTH"];
        string[] dayTime = ["DAY", "HOUR", "MINUTE", "SECOND"];
        var start = _position;
        var word = char.IsAsciiLetter(Peek()) ? Identifier().ToUpperInvariant() : "";
        var units = yearMonth.Contains(word) ? yearMonth : dayTime.Contains(word) ? dayTime : null;
        if (units is null)
        {
            _position = start;
            return new CalendarIntervalType();
        }

        var first = (byte)Array.IndexOf(units, word);
        var last = TryKeyword("TO") ? (byte)Array.IndexOf(units, Identifier().ToUpperInvariant()) : first;
        if (last < first || last == byte.MaxValue)
        {
            throw Syntax();
        }

        return units == yearMonth ? new YearMonthIntervalType(first, last) : new DayTimeIntervalType(first, last);
    }

    private T Bracketed<T>(Func<T> inner)
    {
        Take('<');
        var result = inner();
        Take('>');
        return result;
    }

    private int Length() => Numbers() is [var length] && length > 0 ? length : throw Syntax();

    private int[] Numbers()
    {
        if (!TryTake('('))
        {
            return [];
        }

        var numbers = new List<int>();
        do
        {
            SkipSpace();
            var start = _position;
            while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || (_text[_position] == '-' && _position == start)))
            {
                _position++;
            }

            numbers.Add(int.TryParse(_text.AsSpan(start, _position - start), CultureInfo.InvariantCulture, out var number) ? number : throw Syntax());
        }
        while (TryTake(','));
        Take(')');
        return [.. numbers];
    }

    private string Identifier()
    {
        SkipSpace();
        if (_position < _text.Length && _text[_position] == '`')
        {
            return Quoted('`');
        }

        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_'))
        {
            _position++;
        }

        return _position > start ? _text[start.._position] : throw Syntax();
    }

    private string StringLiteral()
    {
        SkipSpace();
        return _position < _text.Length && _text[_position] is '\'' or '"' ? Quoted(_text[_position]) : throw Syntax();
    }

    // A quote inside is doubled; in strings a backslash takes the next character as it is.
    private string Quoted(char quote)
    {
        var content = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == quote)
            {
                if (_position + 1 < _text.Length && _text[_position + 1] == quote)
                {
                    content.Append(quote);
                    _position++;
                    continue;
                }

                _position++;
                return content.ToString();
            }

            if (c == '\\' && quote != '`' && _position + 1 < _text.Length)
            {
                c = _text[++_position];
            }

            content.Append(c);
        }

        throw Syntax();
    }

    private bool TryKeyword(string keyword)
    {
        SkipSpace();
        var end = _position + keyword.Length;
        if (end > _text.Length || !_text.AsSpan(_position, keyword.Length).Equals(keyword, StringComparison.OrdinalIgnoreCase) ||
            (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')))
        {
            return false;
        }

        _position = end;
        return true;
    }

    private void Keyword(string keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw Syntax();
        }
    }

    private char Peek()
    {
        SkipSpace();
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private bool TryTake(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Syntax();
        }
    }

    private void End()
    {
        if (Peek() != '\0')
        {
            throw Syntax();
        }
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private AnalysisException Syntax() => TypeErrors.Syntax(_text, _position);
}
