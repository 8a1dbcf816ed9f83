using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Names as SQL text.</summary>
internal static class SqlIdentifier
{
    /// <summary>One part of a name, whatever stands in it.</summary>
    public static string Quoted(string part) => $"`{part.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A Delta table by its path or by its name, which is SQL text already.</summary>
    public static string Of(TableReference table) => table.Path is { } path ? $"delta.{Quoted(path)}" : table.Name!;
}
