using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Tells whether SQL of ours may fail on some value, so that it must not be computed where Spark would not.</summary>
internal static partial class SqlRisk
{
    /// <summary>Whether it holds an error of its own or a function of ours that may throw.</summary>
    public static bool MayFail(string sql) => Risky.IsMatch(sql);

    [GeneratedRegex(@"\berror\(|\bspark_(?!try_|double_|float|binary_text|date_text|timestamp_text)")]
    private static partial Regex Risky { get; }
}
