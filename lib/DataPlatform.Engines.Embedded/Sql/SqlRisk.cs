using System.Text.RegularExpressions;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Tells whether SQL of ours may fail on some value, so that it must not be computed where Spark would not.</summary>
internal static partial class SqlRisk
{
    /// <summary>Whether it holds an error of its own or a function of ours that may throw.</summary>
    public static bool MayFail(string sql) => sql.Contains("error(", StringComparison.Ordinal)
        || Natives.Matches(sql).Any(match => NativeFunctions.Find(match.Value) is { MayFail: true });

    [GeneratedRegex(@"\bspark_\w+")]
    private static partial Regex Natives { get; }
}
