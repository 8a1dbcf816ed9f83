using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Names as SQL text.</summary>
internal static class SqlIdentifier
{
    /// <summary>One part of a name, whatever stands in it.</summary>
    public static string Quoted(string part) => $"`{part.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>Whether a name, which is SQL text, begins with an alias.</summary>
    public static bool IsQualified(string name, string alias) =>
        name.StartsWith($"{DdlParser.QuoteIfNeeded(alias)}.", StringComparison.OrdinalIgnoreCase) || name.StartsWith($"{Quoted(alias)}.", StringComparison.OrdinalIgnoreCase);

    /// <summary>A Delta table by its path or by its name, which is SQL text already.</summary>
    public static string Of(TableReference table) => table.Path is { } path ? $"delta.{Quoted(path)}" : table.Name!;
}
