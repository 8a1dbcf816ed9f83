using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of no other table.</summary>
internal static class MiscFunctions
{
    private static readonly StringType Text = new();

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("typeof", [Parameter.Any], Gives(Text), call => SqlText.Quote(call.TypeOf(0).SimpleString), nullable: Never),
        Scalar("assert_true", [Parameter.Boolean], Gives(new NullType()), AssertTrue, nullable: Always),
        Scalar("assert_true", [Parameter.Boolean, Parameter.String], Gives(new NullType()), "(CASE WHEN {0} THEN NULL ELSE error('[USER_RAISED_EXCEPTION] ' || {1}) END)", nullable: Always),
        Scalar("raise_error", [Parameter.String], Gives(new NullType()), "error('[USER_RAISED_EXCEPTION] ' || {0})", nullable: Always),
        Scalar("spark_partition_id", [], Gives(new IntegerType()), "0", nullable: Never),
        Scalar("current_catalog", [], Gives(Text), "'spark_catalog'", nullable: Never),
        .. new[] { "current_database", "current_schema" }.Select(name => Scalar(name, [], Gives(Text), "'default'", nullable: Never)),
        .. new[] { "current_user", "session_user", "user" }.Select(name => Scalar(name, [], Gives(Text), _ => SqlText.Quote(Environment.UserName), nullable: Never)),
    ];

    private static string AssertTrue(CallSql call)
    {
        var condition = call.Argument(0) is BoundLiteral literal ? $"{literal.Value ?? "null"}".ToLowerInvariant() : "the condition";
        return $"(CASE WHEN {call[0]} THEN NULL ELSE {SqlText.Fail("USER_RAISED_EXCEPTION", $"'{condition}' is not true!")} END)";
    }
}
