using System.Collections.Frozen;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Every Spark function that the engine knows, by name: those it has, and those it refuses by name.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, Function[]> Rows = AllRows()
        .GroupBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows of a name, in the order they are tried; none where the engine does not have it.</summary>
    public static IReadOnlyList<Function> Find(string name) => Rows.TryGetValue(name, out var rows) ? rows : [];

    /// <summary>The names the engine has.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    private static IEnumerable<Function> AllRows() =>
    [
        .. OperatorFunctions.Rows,
        .. ArithmeticFunctions.Rows,
        .. TemporalArithmetic.Rows,
        .. ConditionalFunctions.Rows,
        .. ArrayFunctions.Rows,
        .. StringFunctions.Rows,
        .. EncodingFunctions.Rows,
        .. MathFunctions.Rows,
        .. RandomFunctions.Rows,
        .. RoundingFunctions.Rows,
        .. BitwiseFunctions.Rows,
        .. CastFunctions.Rows,
        .. RegexFunctions.Rows,
        .. HashFunctions.Rows,
        .. FormattingFunctions.Rows,
        .. UrlFunctions.Rows,
        .. MiscFunctions.Rows,
        .. AggregateFunctions.Rows,
        .. StatisticsFunctions.Rows,
        .. WindowFunctions.Rows,
        .. DateFunctions.Rows,
        .. TimestampFunctions.Rows,
        .. IntervalFunctions.Rows,
        .. SequenceFunctions.Rows,
        .. MapFunctions.Rows,
        .. StructFunctions.Rows,
        .. LambdaFunctions.Rows,
        .. GeneratorFunctions.Rows,
        .. JsonFunctions.Rows,
        .. CsvFunctions.Rows,
    ];
}
