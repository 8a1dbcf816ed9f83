namespace DataPlatform.Engines.SparkConnect;

/// <summary>The errors of the Spark Connect engine: what a plan says and the protocol cannot.</summary>
internal static partial class SparkConnectErrors
{
    public static AnalysisException UnsupportedInPlan(string feature, string instead) => new(
        "UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE",
        $"Spark Connect has no form for {feature}. {instead}",
        new Dictionary<string, string> { ["feature"] = feature });

    public static AnalysisException SqlTextOnly(string feature) =>
        UnsupportedInPlan(feature, "It comes from SQL text, which Spark parses itself: send the text.");

    public static AnalysisException UnsupportedInDeltaStatement(string feature) =>
        UnsupportedInPlan($"{feature} in a condition or value of a Delta command", "Say it as SQL text, or compute it as a column of the source first.");

    public static AnalysisException MergeWithoutClauses() => new(
        "DELTA_MERGE_MISSING_WHEN", "A merge needs a clause: whenMatched, whenNotMatched or whenNotMatchedBySource.");

    public static AnalysisException ForeignColumn(string name) => new(
        "CANNOT_RESOLVE_DATAFRAME_COLUMN",
        $"The column `{name}` belongs to a data frame that is no part of this statement. Name it without the frame: Col(\"{name}\").",
        new Dictionary<string, string> { ["name"] = name });

    public static AnalysisException UnsupportedLiteral(string type) =>
        UnsupportedInPlan($"a constant of type {type}", "Make it with a function or a cast from another constant.");

    public static AnalysisException UnsupportedServerType(string kind) => new(
        "UNSUPPORTED_DATATYPE",
        $"Spark gave a value of type {kind}, which this client does not know. Cast it to another type in the query.",
        new Dictionary<string, string> { ["typeName"] = kind });
}
