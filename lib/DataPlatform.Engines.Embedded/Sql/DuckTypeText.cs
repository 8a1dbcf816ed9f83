using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Reads DuckDB's names of types as Spark types.</summary>
internal sealed class DuckTypeText
{
    private readonly string _text;
    private int _position;

    private DuckTypeText(string text) => _text = text;

    /// <summary>The type that holds the values of a DuckDB type; unsigned numbers become the next wider type, as in Spark's Parquet reader.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static DataType Parse(string text) => new DuckTypeText(text).Type();

    private DataType Type()
    {
        var type = Base();
        while (_position < _text.Length && _text[_position] == '[')
        {
            _position = _text.IndexOf(']', _position) + 1;
            type = new ArrayType(type);
        }

        return type;
    }

    private DataType Base()
    {
        var word = Word();
        switch (word)
        {
            case "STRUCT":
                return new StructType(Fields());
            case "MAP":
                Take('(');
                var key = Type();
                Take(',');
                var value = Type();
                Take(')');
                return new MapType(key, value);
            case "DECIMAL":
                var close = _text.IndexOf(')', _position);
                var numbers = _text[(_position + 1)..close].Split(',');
                _position = close + 1;
                return new DecimalType(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
            default:
                return Atomic(word);
        }
    }

    private DataType Atomic(string word) => word switch
    {
        "BOOLEAN" => new BooleanType(),
        "TINYINT" => new ByteType(),
        "SMALLINT" or "UTINYINT" => new ShortType(),
        "INTEGER" or "USMALLINT" => new IntegerType(),
        "BIGINT" or "UINTEGER" => new LongType(),
        "UBIGINT" => new DecimalType(20),
        "FLOAT" => new FloatType(),
        "DOUBLE" => new DoubleType(),
        "VARCHAR" or "JSON" or "UUID" or "ENUM" => new StringType(),
        "BLOB" => new BinaryType(),
        "DATE" => new DateType(),
        "TIMESTAMP WITH TIME ZONE" => new TimestampType(),
        "TIMESTAMP" or "TIMESTAMP_NS" or "TIMESTAMP_MS" or "TIMESTAMP_S" => new TimestampNTZType(),
        _ => throw new AnalysisException("UNSUPPORTED_DATATYPE", $"There is no Spark type for DuckDB's {_text}.", EmbeddedErrors.Of(("typeName", _text))),
    };

    private List<StructField> Fields()
    {
        var fields = new List<StructField>();
        Take('(');
        do
        {
            SkipSpace();
            var name = Name();
            SkipSpace();
            fields.Add(new StructField(name, Type()));
            SkipSpace();
        }
        while (TryTake(','));
        Take(')');
        return fields;
    }

    private string Name()
    {
        if (_text[_position] != '"')
        {
            var start = _position;
            while (_text[_position] != ' ')
            {
                _position++;
            }

            return _text[start.._position];
        }

        var name = new System.Text.StringBuilder();
        for (_position++; ; _position++)
        {
            if (_text[_position] != '"')
            {
                name.Append(_text[_position]);
            }
            else if (_position + 1 < _text.Length && _text[_position + 1] == '"')
            {
                name.Append('"');
                _position++;
            }
            else
            {
                _position++;
                return name.ToString();
            }
        }
    }

    private string Word()
    {
        SkipSpace();
        const string zoned = "TIMESTAMP WITH TIME ZONE";
        if (_text.AsSpan(_position).StartsWith(zoned))
        {
            _position += zoned.Length;
            return zoned;
        }

        var start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] == '_'))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] == ' ')
        {
            _position++;
        }
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (_position >= _text.Length || _text[_position] != expected)
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
            throw new InvalidOperationException($"'{_text}' is no type of DuckDB's: '{expected}' is missing at {_position}.");
        }
    }
}
