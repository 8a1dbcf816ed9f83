using Newtonsoft.Json.Linq;

namespace Architecture.Schedules;

/// <summary>Evaluates the part of Azure Data Factory's expression language that the pipelines use.</summary>
/// <param name="Variables">The pipeline's variables, all arrays of text.</param>
/// <param name="Parameters">The pipeline's parameters.</param>
/// <param name="Outputs">Activities' outputs.</param>
internal sealed record FactoryExpression(Dictionary<string, List<string>> Variables, Dictionary<string, string> Parameters, Dictionary<string, JToken> Outputs)
{
    /// <summary>The value of a property: an expression object, text with <c>@</c> in front or <c>@{…}</c> around it, or what stands there.</summary>
    public object Value(JToken property)
    {
        var text = (string)(property is JObject expression ? expression["value"]! : property)!;
        return text switch
        {
            ['@', '{', .. var inner, '}'] => Evaluate(inner).ToString()!,
            ['@', .. var inner] => Evaluate(inner),
            _ => text,
        };
    }

    private object Evaluate(string text)
    {
        var rest = text;
        var value = Term(ref rest);
        Assert.Equal("", rest);
        return value;
    }

    private object Term(ref string text)
    {
        text = text.TrimStart();
        if (text[0] == '\'')
        {
            var end = text.IndexOf('\'', 1);
            var literal = text[1..end];
            text = text[(end + 1)..];
            return literal;
        }

        var word = string.Concat(text.TakeWhile(char.IsLetterOrDigit));
        text = text[word.Length..];
        if (int.TryParse(word, out var number))
        {
            return number;
        }

        var arguments = Arguments(ref text);
        return Path(Call(word, arguments), ref text);
    }

    private List<object> Arguments(ref string text)
    {
        Assert.Equal('(', text[0]);
        text = text[1..].TrimStart();
        var arguments = new List<object>();
        while (text[0] != ')')
        {
            arguments.Add(Term(ref text));
            text = text.TrimStart();
            text = text[0] == ',' ? text[1..] : text;
        }

        text = text[1..];
        return arguments;
    }

    private static object Path(object value, ref string text)
    {
        while (text is ['.', ..])
        {
            var name = string.Concat(text.Skip(1).TakeWhile(char.IsLetterOrDigit));
            text = text[(name.Length + 1)..];
            value = ((JToken)value)[name] ?? throw new KeyNotFoundException($"there is no '{name}'");
        }

        return value is JValue leaf ? leaf.Value! : value;
    }

    private object Call(string function, List<object> arguments) => (function, arguments) switch
    {
        ("or", [bool left, bool right]) => left || right,
        ("not", [bool value]) => !value,
        ("equals", [var left, var right]) => left.Equals(right),
        ("greaterOrEquals", [int left, int right]) => left >= right,
        ("mul", [int left, int right]) => left * right,
        ("length", [List<string> list]) => list.Count,
        ("last", [List<string> list]) => list[^1],
        ("join", [List<string> list, string separator]) => string.Join(separator, list),
        ("concat", _) => string.Concat(arguments),
        ("variables", [string name]) => Variables[name],
        ("activity", [string name]) => new JObject { ["output"] = Outputs[name] },
        ("pipeline", []) => new JObject { ["parameters"] = JObject.FromObject(Parameters) },
        _ => throw new NotSupportedException($"{function} of {arguments.Count} arguments"),
    };
}
