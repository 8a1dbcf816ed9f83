using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// What differs from row to row. A row's number and the seed decide, so that the same seed gives the same values wherever a query names them; Spark's own values depend on its
/// partitions too. A seed that the query does not give is drawn once for each place that names the function.
/// </summary>
internal static class RandomFunctions
{
    private const string RowNumber = "row_number() OVER ()";

    private static readonly Parameter Number = new("INT or BIGINT", type => type is IntegralType or NullType ? new LongType() : null);

    // Spark takes a constant as it stands here, and nothing that gives one.
    private static readonly Parameter Constant = new("BIGINT", type => type);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. new[] { "rand", "random" }.Select(name => Seeded(name, [Number], new DoubleType(), call => RandomSql.Uniform(RowNumber, Seed(call)))),
        Seeded("randn", [Number], new DoubleType(), call =>
            $"(sqrt(-2 * ln(1 - {RandomSql.Uniform($"2 * {RowNumber}", Seed(call))})) * cos(6.283185307179586 * {RandomSql.Uniform($"2 * {RowNumber} + 1", Seed(call))}))"),
        Seeded("uuid", [Constant], new StringType(), call => RandomSql.Uuid(RowNumber, ConstantSeed(call, "UUID", 0))),
        Scalar("shuffle", [Parameter.Array, Constant], SameAs(0), call => Shuffled(call[0], ConstantSeed(call, "shuffle", 1)), optional: 1, nullable: arguments => arguments[0].IsNullable)
            with { IsVolatile = true, SeedAt = 1 },
        Scalar("monotonically_increasing_id", [], Gives(new LongType()), $"({RowNumber} - 1)", nullable: Never) with { IsVolatile = true },
    ];

    private static Function Seeded(string name, Parameter[] parameters, DataType type, SqlForm sql) =>
        Scalar(name, parameters, Gives(type), sql, optional: 1, nullable: Never) with { IsVolatile = true, SeedAt = 0 };

    // A seed of null is 0.
    private static string Seed(CallSql call) =>
        call.Argument(0).Any(part => part is BoundColumn) ? throw EmbeddedErrors.UnfoldableSeed(call.Call.Function.Name)
        : call.Argument(0).IsNullable ? $"coalesce({call[0]}, 0)"
        : call[0];

    private static string ConstantSeed(CallSql call, string function, int index) => call.Argument(index) is BoundLiteral { Type: IntegerType or LongType }
        ? call[index]
        : throw EmbeddedErrors.SeedNoLong(function);

    // The row's number stands outside the lambda, which may not hold it.
    private static string Shuffled(string array, string seed) =>
        $"list_transform([{RowNumber}], lambda n_: list_transform(list_sort(list_transform({array}, lambda e_, i_: {{'r': hash({RandomSql.Mixed("n_ * 1048576 + i_", seed)}), 'v': e_}})), lambda s_: s_.v))[1]";
}
