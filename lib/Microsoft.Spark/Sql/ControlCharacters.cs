using System.Text;

namespace Microsoft.Spark.Sql;

/// <summary>Characters that would break a table's layout, written as escapes.</summary>
internal static class ControlCharacters
{
    public static string Escape(string text)
    {
        if (!text.Any(c => c is >= '\a' and <= '\r'))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\a' => "\\a",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\v' => "\\v",
                '\f' => "\\f",
                '\r' => "\\r",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
