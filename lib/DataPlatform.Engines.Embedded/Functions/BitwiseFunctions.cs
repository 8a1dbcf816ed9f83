using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of bits.</summary>
internal static class BitwiseFunctions
{
    private static readonly Parameter[] Two = [Parameter.Any, Parameter.Any];

    // Bytes and shorts count as ints.
    private static readonly Parameter Shifted = new("INT or BIGINT", type => type switch
    {
        LongType => type,
        NumericType or NullType or StringType => new IntegerType(),
        _ => null,
    });

    private static readonly Parameter Counted = new("INTEGRAL or BOOLEAN", type => type is IntegralType or BooleanType ? type : type is NullType ? new IntegerType() : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Bits("&", "({0} & {1})"),
        Bits("|", "({0} | {1})"),
        Bits("^", "xor({0}, {1})"),
        Scalar("~", [Parameter.Integral], SameAs(0), "(~{0})"),
        .. new[] { ("shiftleft", "left"), ("<<", "left"), ("shiftright", "right"), (">>", "right"), ("shiftrightunsigned", "right_unsigned"), (">>>", "right_unsigned") }
            .Select(n => Scalar(n.Item1, [Shifted, Parameter.Int], SameAs(0), call => $"spark_shift_{n.Item2}_{(call.Type is LongType ? "long" : "int")}({call[0]}, {call[1]})")),
        Scalar("bit_count", [Counted], Gives(new IntegerType()), call => call.TypeOf(0) is BooleanType
            ? $"CAST({call[0]} AS INTEGER)"
            : $"CAST(bit_count(CAST({call[0]} AS BIGINT)) AS INTEGER)"),
        .. new[] { "bit_get", "getbit" }.Select(name => Scalar(
            name, [Parameter.Integral, Parameter.Int], Gives(new ByteType()), call => $"spark_bit_get(CAST({call[0]} AS BIGINT), {call[1]}, {DuckTypes.BitsOf(call.TypeOf(0))})")),
        Scalar("bitmap_bit_position", [Parameter.Long], Gives(new LongType()), "spark_bitmap_bit_position({0})"),
        Scalar("bitmap_bucket_number", [Parameter.Long], Gives(new LongType()), "spark_bitmap_bucket_number({0})"),
        Scalar("bitmap_count", [Parameter.Binary], Gives(new LongType()), "spark_bitmap_count({0})"),
    ];

    private static Function Bits(string name, string sql) => Scalar(name, Two, SameAs(0), sql) with { Coerce = ArithmeticCoercion.Bits };
}
