using DataPlatform;

namespace Microsoft.Spark;

/// <summary>The texts of what this room itself refuses; an engine's errors pass through as they are.</summary>
internal static class SparkErrors
{
    private const string JoinTypes =
        "inner, cross, outer, full, fullouter, left, leftouter, right, rightouter, semi, leftsemi, anti, leftanti";

    public static DataPlatformException UnsupportedMaster(string master) => new(
        "UNSUPPORTED_MASTER",
        $"No engine runs the master '{master}'. Leave it out or give 'embedded' or 'embedded[N]' (N threads) to run in process; give sc://host:port, local[N], spark://host:port, yarn or k8s://… for Apache Spark.",
        new Dictionary<string, string> { ["master"] = master });

    public static DataPlatformException ConfigurationNotFound(string key) => new(
        "SQL_CONF_NOT_FOUND",
        $"The setting '{key}' has neither a value nor a default. Set it, or ask with a default value.",
        new Dictionary<string, string> { ["sqlConf"] = key });

    public static AnalysisException UnsupportedJoinType(string type) => new(
        "UNSUPPORTED_JOIN_TYPE",
        $"'{type}' is no join type. Join types are: {JoinTypes}; case and underscores do not count.",
        new Dictionary<string, string> { ["typ"] = type, ["supported"] = JoinTypes });

    public static AnalysisException InvalidSaveMode(string mode) => new(
        "INVALID_SAVE_MODE",
        $"'{mode}' is no save mode. Save modes are: append, overwrite, error, errorifexists, default, ignore; case does not count.",
        new Dictionary<string, string> { ["mode"] = mode });

    public static AnalysisException ViewNameOfParts(string name) => new(
        "TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS", $"The name of a temporary view has one part; '{name}' has more. Put a name that holds a dot in back quotes.");

    public static AnalysisException NotNumeric(string column, string type, string function) => new(
        "NOT_NUMERIC_COLUMN",
        $"'{function}' takes numeric columns; '{column}' is {type}. Use Agg with a function of the column.",
        new Dictionary<string, string> { ["column"] = column, ["type"] = type, ["function"] = function });

    public static AnalysisException NoDeltaTable(string table, AnalysisException cause) => new(
        "DELTA_MISSING_DELTA_TABLE",
        $"{table} is no Delta table. Write one there first, or mend the path or name.",
        new Dictionary<string, string> { ["tableName"] = table },
        cause);

    public static InvalidOperationException NoSession() => new(
        "There is no session that runs. Make one with SparkSession.Builder().GetOrCreate().");

    public static InvalidOperationException NoRow() => new(
        "The data frame has no row. Ask with Take(1) or IsEmpty() where that can be.");

    public static InvalidOperationException NoPath() => new(
        "There is neither a path nor a table. Give Save a path, or set the option 'path'.");

    public static ArgumentException Row(int row, string column, string problem) => new(
        $"Row {row} (from 0), column '{column}': {problem}", "data");

    public static ArgumentException RowLength(int row, int length, string columns, int count) => new(
        $"Row {row} (from 0) has {length} values; the schema has {count} columns: {columns}.", "data");
}
