using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Reads JSON as Spark does: single quotes are quotes too, NaN and infinities are numbers, and what follows the first value is passed over.</summary>
internal sealed class JsonReader
{
    private static readonly string[] Words = ["null", "true", "false", "NaN", "Infinity", "-Infinity", "+Infinity", "INF", "-INF", "+INF"];

    private readonly string _text;
    private readonly JsonReaderOptions _options;
    private int _position;

    private JsonReader(string text, JsonReaderOptions options)
    {
        _text = text;
        _options = options;
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>The first value of a text; null where it is none.</summary>
    public static JsonValue? TryRead(string text) => TryRead(text, new JsonReaderOptions());

    /// <summary>The first value of a text; null where it is none.</summary>
    public static JsonValue? TryRead(string text, JsonReaderOptions options)
    {
        try
        {
            return new JsonReader(text, options).Value();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static FormatException Malformed() => new();

    private JsonValue Value()
    {
        SkipSpace();
        switch (Next)
        {
            case '{':
                return Object();
            case '[':
                return Array();
            case '"' or '\'' when Next == '"' || _options.AllowSingleQuotes:
                return new JsonValue.Text(Quoted());
            case >= '0' and <= '9':
            case '-' when Word() is null:
                return Number();
            default:
                var word = Word() ?? throw Malformed();
                _position += word.Length;
                return new JsonValue.Word(word);
        }
    }

    private string? Word()
    {
        foreach (var word in Words)
        {
            var end = _position + word.Length;
            if (string.CompareOrdinal(_text, _position, word, 0, word.Length) == 0 && (end >= _text.Length || !char.IsLetterOrDigit(_text[end])))
            {
                return word;
            }
        }

        return null;
    }

    private JsonValue.Object Object()
    {
        var fields = new List<KeyValuePair<string, JsonValue>>();
        _position++;
        SkipSpace();
        while (Next != '}')
        {
            if (fields.Count > 0)
            {
                Expect(',');
                SkipSpace();
            }

            var name = Next is '"' || (Next is '\'' && _options.AllowSingleQuotes) ? Quoted() : Unquoted();
            SkipSpace();
            Expect(':');
            fields.Add(new KeyValuePair<string, JsonValue>(name, Value()));
            SkipSpace();
        }

        _position++;
        return new JsonValue.Object(fields);
    }

    private JsonValue.Array Array()
    {
        var items = new List<JsonValue>();
        _position++;
        SkipSpace();
        while (Next != ']')
        {
            if (items.Count > 0)
            {
                Expect(',');
            }

            items.Add(Value());
            SkipSpace();
        }

        _position++;
        return new JsonValue.Array(items);
    }

    private string Unquoted()
    {
        var start = _position;
        while (_options.AllowUnquotedFieldNames && (char.IsLetterOrDigit(Next) || Next is '_' or '$'))
        {
            _position++;
        }

        return _position > start ? _text[start.._position] : throw Malformed();
    }

    private string Quoted()
    {
        var quote = Next;
        var start = ++_position;
        while (_position < _text.Length && Next != quote && Next != '\\' && Next >= ' ')
        {
            _position++;
        }

        if (_position < _text.Length && Next == quote)
        {
            return _text[start.._position++];
        }

        var value = new StringBuilder(_text, start, _position - start, capacity: 0);
        for (; Next != quote || _position >= _text.Length; _position++)
        {
            if (_position >= _text.Length || Next < ' ')
            {
                throw Malformed();
            }

            value.Append(Next == '\\' ? Escaped() : Next);
        }

        _position++;
        return value.ToString();
    }

    private char Escaped()
    {
        _position++;
        switch (Next)
        {
            case 'b':
                return '\b';
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case '"' or '\\' or '/':
                return Next;
            case '\'' when _options.AllowSingleQuotes:
                return Next;
            case 'u' when _position + 4 < _text.Length
                && ushort.TryParse(_text.AsSpan(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                throw Malformed();
        }
    }

    private JsonValue.Number Number()
    {
        var start = _position;
        _position += Next == '-' ? 1 : 0;
        var whole = Digits();
        if (whole > 1 && _text[_position - whole] == '0')
        {
            throw Malformed();
        }

        if (Next == '.')
        {
            _position++;
            Digits();
        }

        if (Next is 'e' or 'E')
        {
            _position++;
            _position += Next is '+' or '-' ? 1 : 0;
            Digits();
        }

        return char.IsLetter(Next) ? throw Malformed() : new JsonValue.Number(_text[start.._position]);
    }

    private int Digits()
    {
        var start = _position;
        while (char.IsAsciiDigit(Next))
        {
            _position++;
        }

        return _position > start ? _position - start : throw Malformed();
    }

    private void Expect(char c)
    {
        SkipSpace();
        _position += Next == c ? 1 : throw Malformed();
    }

    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            if (Next is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else if (_options.AllowComments && Next == '/' && Comment() is { } length)
            {
                _position += length;
            }
            else
            {
                return;
            }
        }
    }

    private int? Comment()
    {
        var end = string.CompareOrdinal(_text, _position, "/*", 0, 2) == 0 ? _text.IndexOf("*/", _position + 2, StringComparison.Ordinal) + 2
            : string.CompareOrdinal(_text, _position, "//", 0, 2) == 0 ? _text.IndexOf('\n', _position) + 1
            : -1;
        return end > _position ? end - _position : null;
    }
}
