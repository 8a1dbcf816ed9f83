using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Bytes as text and back.</summary>
internal static class EncodingFunctions
{
    private static readonly StringType Text = new();

    private static readonly BinaryType Bytes = new();

    private static readonly Parameter HexDigits = new("BIGINT or BINARY or STRING", type => type switch
    {
        IntegralType or FractionalType => new LongType(),
        BinaryType => type,
        _ => ImplicitCast.To(type, new StringType()),
    });

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("base64", [Parameter.Binary], Gives(Text), "to_base64({0})"),
        Scalar("unbase64", [Parameter.String], Gives(Bytes), "spark_unbase64({0})"),
        Scalar("hex", [HexDigits], Gives(Text), "hex({0})"),
        Scalar("unhex", [Parameter.String], Gives(Bytes), "spark_try_unhex({0})", nullable: Always),
        Scalar("encode", [Parameter.String, Parameter.String], Gives(Bytes), "spark_encode({0}, {1})", nullable: Always),
        Scalar("decode", [Parameter.Binary, Parameter.String], Gives(Text), "spark_decode({0}, {1})", nullable: Always),
        Scalar("decode", [Parameter.Any, Parameter.Any, Parameter.Any], args => args[2].Type, Choose, variadic: true, nullable: ChoiceNullable) with { Coerce = ChoiceTypes },
        Scalar("to_binary", [Parameter.String, Parameter.String], Gives(Bytes), call => ToBinary(call, isTry: false), optional: 1, nullable: ToBinaryNullable),
        Scalar("try_to_binary", [Parameter.String, Parameter.String], Gives(Bytes), call => ToBinary(call, isTry: true), optional: 1, nullable: Always),
    ];

    private static string ToBinary(CallSql call, bool isTry) => Format(call) switch
    {
        null => "CAST(NULL AS BLOB)",
        "utf-8" or "utf8" => $"encode({call[0]})",
        "base64" => $"spark_{(isTry ? "try_to_binary" : "to_binary")}_base64({call[0]})",
        "hex" => isTry ? $"spark_try_unhex({call[0]})" : $"spark_to_binary_hex({call[0]})",
        var other => throw new AnalysisException(
            "DATATYPE_MISMATCH.INVALID_ARG_VALUE",
            $"The format of to_binary is one of hex, utf-8, utf8, base64, and not {other}."),
    };

    private static string? Format(CallSql call) => call.Count == 1 ? "hex" : (call.Constant(1) as string)?.ToLowerInvariant();

    private static bool ToBinaryNullable(IReadOnlyList<BoundExpression> arguments) =>
        arguments.Count < 2 || arguments[1] is not BoundLiteral { Value: string format } || !format.Equals("base64", StringComparison.OrdinalIgnoreCase) || arguments[0].IsNullable;

    // decode(value, search, result, …, default): nulls are found too.
    private static string Choose(CallSql call)
    {
        var count = call.Count - 1;
        return SqlLet.Once(call[0], "_c", value =>
        {
            var cases = Enumerable.Range(0, count / 2).Select(i => $"WHEN {Same(call, value, 1 + (2 * i))} THEN {call[2 + (2 * i)]}");
            return $"(CASE {string.Join(" ", cases)}{(count % 2 == 1 ? $" ELSE {call[call.Count - 1]}" : "")} END)";
        });
    }

    // Each value searched for is compared as what both can be.
    private static string Same(CallSql call, string value, int index)
    {
        var common = TypeCoercion.CommonType(call.TypeOf(0), call.TypeOf(index)) ??
            throw EmbeddedErrors.BinaryDifferentTypes("<=>", call.TypeOf(0), call.TypeOf(index));
        var left = CastSql.Write(value, call.TypeOf(0), common, isTry: false, call.TimeZone);
        return $"{left} IS NOT DISTINCT FROM {CastSql.Write(call[index], call.TypeOf(index), common, isTry: false, call.TimeZone)}";
    }

    private static IReadOnlyList<DataType>? ChoiceTypes(IReadOnlyList<BoundExpression> arguments)
    {
        var results = arguments.Where((_, i) => IsResult(i, arguments.Count)).Select(a => a.Type);
        return TypeCoercion.CommonType(results) is { } common
            ? [.. arguments.Select((a, i) => IsResult(i, arguments.Count) ? common : a.Type)]
            : throw EmbeddedErrors.DataDifferentTypes("decode", results);
    }

    private static bool ChoiceNullable(IReadOnlyList<BoundExpression> arguments) =>
        arguments.Count % 2 == 1 || arguments.Where((_, i) => IsResult(i, arguments.Count)).Any(a => a.IsNullable);

    private static bool IsResult(int index, int count) => index > 0 && (index % 2 == 0 || (index == count - 1 && count % 2 == 0));
}
