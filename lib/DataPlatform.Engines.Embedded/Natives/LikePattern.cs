using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Patterns of LIKE: % is any text, _ one character, the escape character takes the next as it is.</summary>
internal static class LikePattern
{
    private static readonly ConcurrentDictionary<(string Pattern, string Escape), Regex> Known = new();

    /// <summary>The pattern as an expression over the whole text.</summary>
    public static Regex Of(string pattern, string escape) => Known.GetOrAdd((pattern, escape), key => Compile(key.Pattern, key.Escape));

    /// <summary>Holds a pattern's escapes against Spark's rule: they stand before %, _ or themselves.</summary>
    /// <exception cref="DataPlatformException"><c>INVALID_FORMAT.ESC_AT_THE_END</c>, <c>INVALID_FORMAT.ESC_IN_THE_MIDDLE</c></exception>
    public static void Check(string pattern, char escape)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != escape)
            {
                continue;
            }

            i++;
            if (i == pattern.Length)
            {
                throw Invalid("ESC_AT_THE_END", pattern, "it ends in the escape character");
            }

            if (pattern[i] != escape && pattern[i] is not ('%' or '_'))
            {
                throw Invalid("ESC_IN_THE_MIDDLE", pattern, $"the escape character stands before {pattern[i]}");
            }
        }
    }

    private static Regex Compile(string pattern, string escape)
    {
        Check(pattern, escape[0]);
        var expression = new StringBuilder("\\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            expression.Append(pattern[i] switch
            {
                var c when c == escape[0] => Regex.Escape(pattern[++i].ToString()),
                '%' => "[\\s\\S]*",
                '_' => "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\s\\S])",
                var c => Regex.Escape(c.ToString()),
            });
        }

        return new Regex(expression.Append("\\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    private static DataPlatformException Invalid(string condition, string pattern, string what) => new(
        $"INVALID_FORMAT.{condition}",
        $"The pattern '{pattern}' is invalid: {what}. It may stand before %, _ and itself.",
        EmbeddedErrors.Of(("format", pattern)));
}
