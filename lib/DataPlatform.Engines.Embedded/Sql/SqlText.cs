namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Names and texts as DuckDB SQL.</summary>
internal static class SqlText
{
    /// <summary>A string literal.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A quoted name.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>An expression that fails with a Spark condition when it is computed: <c>error('[CODE] text')</c>.</summary>
    public static string Fail(string code, string message) => $"error({Quote($"[{code}] {message}")})";
}
