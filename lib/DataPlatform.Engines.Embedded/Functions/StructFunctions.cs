using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// Structs of named values; <c>struct</c>, whose names are those of its arguments, is the analyzer's own. It makes <see cref="StructuralFunctions.StructOf"/> of both, so that equal structs
/// are equal however they are written.
/// </summary>
internal static class StructFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("named_struct", [Parameter.Any], StructOf, Write, variadic: true, nullable: Never),
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
        return new StructType(fields);
    }

    private static string Write(CallSql call)
    {
        var fields = ((StructType)call.Type).Fields;
        return $"struct_pack({string.Join(", ", fields.Select((f, i) => $"{SqlText.Name(f.Name)} := {call[(2 * i) + 1]}"))})";
    }
}
