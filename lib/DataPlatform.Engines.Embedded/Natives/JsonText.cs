using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Writes JSON values as Spark writes them: without spaces, numbers with a fraction as doubles.</summary>
internal static class JsonText
{
    /// <summary>A value as JSON.</summary>
    public static string Of(JsonValue value)
    {
        var output = new StringBuilder();
        Append(value, output);
        return output.ToString();
    }

    /// <summary>A value as it stands in a column of texts: texts without quotes, the rest as JSON.</summary>
    public static string? AsColumn(JsonValue value) => value switch
    {
        JsonValue.Text text => text.Value,
        JsonValue.Word { Name: "null" } => null,
        _ => Of(value),
    };

    /// <summary>A text in quotes.</summary>
    public static string Quote(string text)
    {
        var output = new StringBuilder(text.Length + 2);
        AppendQuoted(text, output);
        return output.ToString();
    }

    private static void Append(JsonValue value, StringBuilder output)
    {
        switch (value)
        {
            case JsonValue.Object map:
                AppendAll(map.Fields, '{', '}', output, field =>
                {
                    AppendQuoted(field.Key, output);
                    output.Append(':');
                    Append(field.Value, output);
                });
                break;
            case JsonValue.Array array:
                AppendAll(array.Items, '[', ']', output, item => Append(item, output));
                break;
            case JsonValue.Text text:
                AppendQuoted(text.Value, output);
                break;
            case JsonValue.Number { IsWhole: false } number:
                output.Append(JavaText.Of(double.Parse(number.Literal, CultureInfo.InvariantCulture)));
                break;
            case JsonValue.Number number:
                output.Append(number.Literal);
                break;
            case JsonValue.Word { Name: "null" or "true" or "false" } word:
                output.Append(word.Name);
                break;
            case JsonValue.Word word:
                AppendQuoted(word.Name, output);
                break;
        }
    }

    private static void AppendAll<T>(IReadOnlyList<T> items, char open, char close, StringBuilder output, Action<T> append)
    {
        output.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            output.Append(i > 0 ? "," : "");
            append(items[i]);
        }

        output.Append(close);
    }

    private static void AppendQuoted(string text, StringBuilder output)
    {
        output.Append('"');
        var plain = 0;
        while (plain < text.Length && text[plain] is >= ' ' and not ('"' or '\\'))
        {
            plain++;
        }

        output.Append(text, 0, plain);
        foreach (var c in text.AsSpan(plain))
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append(@"\\"),
                '\b' => output.Append("\\b"),
                '\t' => output.Append("\\t"),
                '\n' => output.Append("\\n"),
                '\f' => output.Append("\\f"),
                '\r' => output.Append("\\r"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => output.Append(c),
            };
        }

        output.Append('"');
    }
}
