using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Casts written as functions of the type's name: <c>int('12')</c>.</summary>
internal static class CastFunctions
{
    private static readonly (string Name, DataType Type)[] Types =
    [
        ("boolean", new BooleanType()),
        ("tinyint", new ByteType()),
        ("smallint", new ShortType()),
        ("int", new IntegerType()),
        ("bigint", new LongType()),
        ("float", new FloatType()),
        ("double", new DoubleType()),
        ("decimal", new DecimalType()),
        ("string", new StringType()),
        ("binary", new BinaryType()),
        ("date", new DateType()),
        ("timestamp", new TimestampType()),
    ];

    public static IReadOnlyList<Function> Rows { get; } =
        [.. Types.Select(t => Scalar(t.Name, [Parameter.Any], Gives(t.Type), "{0}") with { Coerce = _ => [t.Type] })];
}
