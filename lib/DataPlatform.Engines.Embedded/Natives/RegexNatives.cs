using System.Text.RegularExpressions;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of regular expressions, as Java matches.</summary>
internal static class RegexNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, string, bool>("spark_rlike", (text, pattern) => JavaRegex.Of(pattern, "rlike").Regex.IsMatch(text)).OrFails(),
        NativeFunction.Of<string, string, int, string>("spark_regexp_extract", Extract).OrFails(),
        NativeFunction.Of<string, string, int, string?[]>("spark_regexp_extract_all", ExtractAll).OrFails(),
        NativeFunction.Of<string, string, int>("spark_regexp_count", (text, pattern) => JavaRegex.Of(pattern, "regexp_count").Regex.Count(text)).OrFails(),
        NativeFunction.Of<string, string, int>("spark_regexp_instr", Position).OrFails(),
        NativeFunction.Of<string, string, string?>("spark_regexp_substr", (text, pattern) =>
            JavaRegex.Of(pattern, "regexp_substr").Regex.Match(text) is { Success: true } match ? match.Value : null).OrFails(),
        NativeFunction.Of<string, string, string, int, string>("spark_regexp_replace", Replace).OrFails(),
        NativeFunction.Of<string, string, int, string?[]>("spark_split", Split).OrFails(),
        NativeFunction.Of<string, string, string, bool>("spark_like", (text, pattern, escape) => LikePattern.Of(pattern, escape).IsMatch(text)).OrFails(),
    ];

    private static string Extract(string text, string pattern, int group)
    {
        var regex = JavaRegex.Of(pattern, "regexp_extract");
        var match = regex.Regex.Match(text);
        return match.Success ? Group(match, regex, group, "regexp_extract") : "";
    }

    private static string?[] ExtractAll(string text, string pattern, int group)
    {
        var regex = JavaRegex.Of(pattern, "regexp_extract_all");
        return [.. regex.Regex.Matches(text).Select(match => Group(match, regex, group, "regexp_extract_all"))];
    }

    private static string Group(Match match, JavaRegex regex, int group, string function) => group >= 0 && group <= regex.GroupCount
        ? match.Groups[group].Value
        : throw EmbeddedErrors.InvalidParameterValue("REGEX_GROUP_INDEX", function, $"the group is from 0 to {regex.GroupCount}, and not {group}.");

    private static int Position(string text, string pattern) => JavaRegex.Of(pattern, "regexp_instr").Regex.Match(text) is { Success: true } match
        ? match.Index + 1
        : 0;

    private static string Replace(string text, string pattern, string replacement, int position)
    {
        var regex = JavaRegex.Of(pattern, "regexp_replace");
        if (position - 1 >= text.Length && !(position == 1 && text.Length == 0))
        {
            return text;
        }

        var rest = text.AsSpan(position - 1).ToString();
        if (!regex.Regex.IsMatch(rest))
        {
            return text;
        }

        var parts = JavaReplacement.Of(replacement, regex);
        return text[..(position - 1)] + regex.Regex.Replace(rest, match => parts.Expand(match));
    }

    // The rest behind the last delimiter is always there, be it empty; a match of nothing at the beginning does not split.
    private static string?[] Split(string text, string pattern, int limit)
    {
        if (pattern.Length == 0)
        {
            return SplitCharacters(text, limit);
        }

        var parts = new List<string>();
        var start = 0;
        foreach (Match match in JavaRegex.Of(pattern, "split").Regex.Matches(text))
        {
            if (limit > 0 && parts.Count == limit - 1)
            {
                break;
            }

            if (match.Length == 0 && match.Index == 0)
            {
                continue;
            }

            parts.Add(text[start..match.Index]);
            start = match.Index + match.Length;
        }

        return [.. parts, text[start..]];
    }

    private static string?[] SplitCharacters(string text, int limit)
    {
        if (text.Length == 0)
        {
            return [""];
        }

        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        return limit <= 0 || limit >= runes.Count ? [.. runes] : [.. runes.Take(limit - 1), string.Concat(runes.Skip(limit - 1))];
    }
}
