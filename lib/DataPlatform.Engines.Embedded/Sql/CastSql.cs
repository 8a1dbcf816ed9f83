using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Casts as DuckDB SQL, with Spark's results and errors.</summary>
internal static class CastSql
{
    /// <summary>The SQL of a cast that <see cref="Functions.CastRules"/> allows.</summary>
    /// <param name="value">The value's SQL.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The type wanted.</param>
    /// <param name="isTry">Whether a value that does not fit gives null in place of an error.</param>
    /// <param name="timeZone">The session time zone's name.</param>
    public static string Write(string value, DataType from, DataType to, bool isTry, string timeZone) => from == to
        ? value
        : $"{(isTry ? "TRY_CAST" : "CAST")}({value} AS {DuckTypes.Of(to)})";
}
