using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json.Linq;

namespace DataPlatform.Delta;

/// <summary>Names of columns in data files, partition values and statistics (PROTOCOL.md, "Column Mapping").</summary>
internal static class PhysicalName
{
    private const string Key = "delta.columnMapping.physicalName";

    /// <summary>The name that column mapping gave the field; its own without mapping.</summary>
    public static string Of(StructField field) => (field.Metadata?[Key] as JValue)?.Value as string ?? field.Name;
}
