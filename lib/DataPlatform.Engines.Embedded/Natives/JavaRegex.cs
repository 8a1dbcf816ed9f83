using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A regular expression as Java reads it, run by .NET's engine: the pattern is translated where the two differ.</summary>
internal sealed class JavaRegex
{
    private static readonly ConcurrentDictionary<string, JavaRegex> Known = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static (string Pattern, JavaRegex Regex)? last;

    private readonly IReadOnlyDictionary<string, int> _names;

    private JavaRegex(string pattern, string function)
    {
        var translation = new JavaRegexTranslator(pattern);
        try
        {
            Regex = new Regex(translation.Translate(), RegexOptions.CultureInvariant | RegexOptions.Compiled);
        }
        catch (ArgumentException invalid)
        {
            throw new DataPlatformException(
                "INVALID_PARAMETER_VALUE.PATTERN",
                $"The pattern '{pattern}' of {function} is no regular expression: {invalid.Message}",
                EmbeddedErrors.Of(("functionName", function), ("value", pattern)),
                innerException: invalid);
        }

        catch (NotSupportedException missing)
        {
            throw EmbeddedErrors.UnsupportedFeature($"{missing.Message} in the pattern '{pattern}' of {function}", "Write the pattern without it, or run the job on Spark.");
        }

        _names = translation.GroupNames;
        GroupCount = Regex.GetGroupNumbers().Length - 1;
    }

    /// <summary>The expression for .NET. Groups have Java's numbers.</summary>
    public Regex Regex { get; }

    public int GroupCount { get; }

    /// <summary>The expression of a pattern; patterns are few and values many, so it is kept.</summary>
    /// <exception cref="DataPlatformException"><c>INVALID_PARAMETER_VALUE.PATTERN</c></exception>
    public static JavaRegex Of(string pattern, string function)
    {
        if (last is { } known && known.Pattern == pattern)
        {
            return known.Regex;
        }

        var regex = Known.GetOrAdd(pattern, (p, name) => new JavaRegex(p, name), function);
        last = (pattern, regex);
        return regex;
    }

    /// <summary>The number of a group of a name; null where there is none.</summary>
    public int? GroupOf(string name) => _names.TryGetValue(name, out var number) ? number : null;
}
