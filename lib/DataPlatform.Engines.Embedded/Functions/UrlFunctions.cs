using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>URLs and their parts.</summary>
internal static class UrlFunctions
{
    private static readonly StringType Text = new();

    private static readonly Parameter[] UrlAndPart = [Parameter.OnlyString, Parameter.OnlyString];

    private static readonly Parameter[] UrlPartAndKey = [.. UrlAndPart, Parameter.OnlyString];

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("url_encode", [Parameter.String], Gives(Text), "spark_url_encode({0})", nullable: Always),
        Scalar("url_decode", [Parameter.String], Gives(Text), "spark_url_decode({0})", nullable: Always),
        Scalar("try_url_decode", [Parameter.String], Gives(Text), "spark_try_url_decode({0})", nullable: Always),
        Scalar("parse_url", UrlAndPart, Gives(Text), "spark_parse_url({0}, {1})", nullable: Always),
        Scalar("parse_url", UrlPartAndKey, Gives(Text), "spark_parse_url_query({0}, {1}, {2})", nullable: Always),
        Scalar("try_parse_url", UrlAndPart, Gives(Text), "spark_try_parse_url({0}, {1})", nullable: Always),
        Scalar("try_parse_url", UrlPartAndKey, Gives(Text), "spark_try_parse_url_query({0}, {1}, {2})", nullable: Always),
    ];
}
