using System.Globalization;

namespace DataPlatform.Pipelines;

/// <summary>Names and values as Spark SQL.</summary>
internal static class Sql
{
    /// <summary>A name in back quotes.</summary>
    public static string Name(string name) => $"`{name.Replace("`", "``")}`";

    /// <summary>A text literal.</summary>
    public static string Text(string text) => $"'{text.Replace("\\", "\\\\").Replace("'", "\\'")}'";

    /// <summary>A date literal.</summary>
    public static string Date(DateOnly date) => $"DATE'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
}
