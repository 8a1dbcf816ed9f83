using System.Text.RegularExpressions;
using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Names as SQL text.</summary>
internal static partial class SqlIdentifier
{
    /// <summary>One part of a name, whatever stands in it.</summary>
    public static string Quoted(string part) => $"`{part.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>
    /// A column's name with every part in back quotes: an API takes <c>order id.1st</c>, a statement does not. A name that is malformed stays as it is, for Spark to refuse.
    /// </summary>
    public static string Column(string name) => Parts(name) is { Count: > 0 } parts ? string.Join('.', parts.Select(Quoted)) : name;

    /// <summary>Whether a column's name begins with an alias.</summary>
    public static bool IsQualified(string name, string alias) => Parts(name) is [var first, _, ..] && first.Equals(alias, StringComparison.OrdinalIgnoreCase);

    /// <summary>A Delta table by its path or by its name, which is SQL text already.</summary>
    public static string Of(TableReference table) => table.Path is { } path ? $"delta.{Quoted(path)}" : table.Name!;

    // None where the name is malformed.
    private static List<string> Parts(string name) => Name().Match(name) is { Success: true } match
        ? [.. match.Groups["part"].Captures.Select(part => part.Value is ['`', .. var quoted, '`'] ? quoted.Replace("``", "`", StringComparison.Ordinal) : part.Value)]
        : [];

    [GeneratedRegex(@"\A(?<part>`(?:[^`]|``)+`|[^.`]+)(?:\.(?<part>`(?:[^`]|``)+`|[^.`]+))*\z")]
    private static partial Regex Name();
}
