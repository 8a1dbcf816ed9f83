using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>What <c>named_struct</c> takes and gives; of its values, as of those of <c>struct</c>, the analyzer makes <see cref="StructuralFunctions.StructOf"/>.</summary>
internal static class StructFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("named_struct", [Parameter.Any], StructOf, "{0}", variadic: true, nullable: Never),
    ];

    private static StructType StructOf(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments.Count % 2 != 0)
        {
            throw EmbeddedErrors.WrongNumberOfArguments("named_struct", "2n (n > 0)", arguments.Count);
        }

        var fields = arguments.Chunk(2).Select(pair => pair[0] is BoundLiteral { Value: string name }
            ? new StructField(name, pair[1].Type, pair[1].IsNullable)
            : throw EmbeddedErrors.FoldableStringExpected()).ToList();
        return fields.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == fields.Count
            ? new StructType(fields)
            : throw EmbeddedErrors.UnsupportedFeature("a struct with two fields of one name", "Give each field a name of its own.");
    }
}
