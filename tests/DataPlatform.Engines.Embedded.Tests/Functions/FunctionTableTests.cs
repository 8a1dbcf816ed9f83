using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests.Functions;

public sealed class FunctionTableTests
{
    private static readonly BoundExpression[] Samples =
    [
        new BoundLiteral("1", new StringType()),
        new BoundLiteral(1, new IntegerType()),
        new BoundLiteral(1L, new LongType()),
        new BoundLiteral(1.5, new DoubleType()),
        new BoundLiteral(true, new BooleanType()),
        new BoundLiteral(new byte[] { 0x31 }, new BinaryType()),
        new BoundLiteral(1.50m, new DecimalType(3, 2)),
        new BoundCast(new BoundLiteral("2024-02-29", new StringType()), new DateType(), true, false),
        new BoundCast(new BoundLiteral("2024-02-29 01:02:03", new StringType()), new TimestampType(), true, false),
        new BoundCast(new BoundLiteral("2024-02-29 01:02:03", new StringType()), new TimestampNTZType(), true, false),
        new BoundLiteral(TimeSpan.FromHours(1), new DayTimeIntervalType()),
        new BoundLiteral(14, new YearMonthIntervalType()),
        new BoundLiteral(new object?[] { 1, 2 }, new ArrayType(new IntegerType())),
        new BoundLiteral(new Dictionary<string, int> { ["1"] = 1 }, new MapType(new StringType(), new IntegerType())),
    ];

    public static TheoryData<string> Names => [.. FunctionTable.Names.Order(StringComparer.Ordinal)];

    [Fact]
    public void Find_gives_no_two_rows_that_take_the_same()
    {
        var twice = FunctionTable.Names.SelectMany(FunctionTable.Find)
            .Where(row => row.Coerce is null)
            .GroupBy(row => (row.Name, string.Join(", ", row.Parameters.Select(p => $"{p.Description}:{p.Group}")), row.RequiredArguments, row.IsVariadic, row.Kind))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void ReasonFor_a_function_that_is_there_gives_none() =>
        Assert.DoesNotContain(FunctionTable.Names, name => FunctionGaps.ReasonFor(name) is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Sql_of_a_scalar_row_has_the_type_that_the_row_gives(string name)
    {
        using var session = new DuckDbSession(new Dictionary<string, string> { ["threads"] = "1" }, "UTC");
        foreach (var row in FunctionTable.Find(name).Where(row => row.Kind == FunctionKind.Scalar && row.LambdaParameters is null))
        {
            foreach (var call in Calls(row).Take(3))
            {
                AssertTyped(session, call);
            }
        }
    }

    private static void AssertTyped(DuckDbSession session, BoundCall call)
    {
        string sql;
        try
        {
            sql = SqlGenerator.Of(call, "UTC");
        }
        catch (DataPlatformException)
        {
            // The row wants other constants than these.
            return;
        }

        try
        {
            var type = session.Rows($"SELECT typeof({sql})", [new StringType()])[0][0];
            var wanted = session.Rows($"SELECT typeof(CAST(NULL AS {DuckTypes.Of(call.Type)}))", [new StringType()])[0][0];
            Assert.True(call.Type is NullType || Equals(wanted, type), $"{call.Function.Name}: {wanted} is promised, and {type} given by {sql}");
        }
        catch (DataPlatformException failure) when (failure.Code != "EMBEDDED_ENGINE_ERROR")
        {
            // The values are not for this function; that DuckDB takes the SQL is what counts.
        }
    }

    private static IEnumerable<BoundCall> Calls(Function row)
    {
        // A seed that a query does not give is drawn before.
        var counts = row.SeedAt is not null ? [row.Parameters.Count] : row.IsVariadic ? [row.Parameters.Count, row.Parameters.Count + 1] : Enumerable.Range(row.RequiredArguments, row.Parameters.Count - row.RequiredArguments + 1);
        return counts.SelectMany(count => Choices(row, count, []).Select(arguments => Bind(row, arguments)).OfType<BoundCall>().Take(2));
    }

    private static IEnumerable<List<BoundExpression>> Choices(Function row, int count, List<BoundExpression> chosen) => chosen.Count == count
        ? [chosen]
        : Samples
            .Where(sample => FunctionResolver.ParameterAt(row, chosen.Count).Accept(sample.Type) is not null)
            .SelectMany(sample => Choices(row, count, [.. chosen, sample]))
            .Take(200);

    private static BoundCall? Bind(Function row, List<BoundExpression> arguments)
    {
        try
        {
            return FunctionResolver.Resolve(row.Name, [row], arguments);
        }
        catch (AnalysisException)
        {
            return null;
        }
    }
}
