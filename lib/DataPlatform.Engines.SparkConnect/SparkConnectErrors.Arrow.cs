using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect;

/// <summary>What goes wrong between rows and Arrow.</summary>
internal static partial class SparkConnectErrors
{
    public static DataPlatformException ArrowColumnCount(int sent, int expected) => new(
        "SPARK_CONNECT_ARROW_MISMATCH",
        $"Spark sent a batch of {sent} columns for a result of {expected}. This engine knows the servers of Spark 4.0 to 4.2; look at the server's version.",
        new Dictionary<string, string>
        {
            ["sent"] = sent.ToString(CultureInfo.InvariantCulture),
            ["expected"] = expected.ToString(CultureInfo.InvariantCulture),
        });

    public static DataPlatformException ArrowType(string column, DataType type, string arrowType) => new(
        "SPARK_CONNECT_ARROW_MISMATCH",
        $"Spark sent the column '{column}' of type {type.Sql} as Arrow's {arrowType}. This engine knows the servers of Spark 4.0 to 4.2; look at the server's version.",
        new Dictionary<string, string> { ["column"] = column, ["type"] = type.Sql, ["arrowType"] = arrowType });

    public static AnalysisException UnsupportedArrowType(DataType type) => new(
        "UNSUPPORTED_DATATYPE",
        $"Values of type {type.Sql} cannot pass between this program and Spark. Cast them to another type, or leave the column out.",
        new Dictionary<string, string> { ["typeName"] = type.Sql });

    public static AnalysisException BeyondDotNet(string value) => new(
        "UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE",
        $"The result has {value}, which .NET has no value for. Cast the column to a string.",
        new Dictionary<string, string> { ["feature"] = value });
}
