using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>
/// Functions and operators called through the API, each beside the SQL that says the same: Spark was asked the SQL (family <c>calls</c>), so a call must give Spark's answer to it, its column's
/// name, type and nullability included. Where API and SQL name an unnamed column differently, both name it <c>r</c>.
/// </summary>
public static partial class CallCases
{
    private static readonly StructType CsvSchema = new([new("n", new IntegerType()), new("t", new StringType())]);

    private static Column NewYear => Lit(new Date(2024, 1, 1));

    private static Column TenMinutes => Expr("INTERVAL '10' MINUTE");

    /// <summary>In the order of <c>Cases/calls.cases</c>, which is written from them.</summary>
    public static IReadOnlyList<CallTable> Tables => [Mathematics, Strings, Collections, Dates, Columns, Aggregates, Windowed];
}
