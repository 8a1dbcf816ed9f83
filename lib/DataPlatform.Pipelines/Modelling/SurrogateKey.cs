using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>
/// Surrogate keys that need no memory: the first 60 bits of an MD5 over the natural key, as bigint. The same natural key gives the same surrogate key in every run,
/// on every engine and after a full refresh. With ten million members the chance of any two sharing a key is below one in ten thousand; a table that must exclude
/// even that expects its keys to be unique.
/// </summary>
public static class SurrogateKey
{
    /// <summary>The surrogate key of a row: 0 or more, so never that of <see cref="UnknownMember"/>. Null parts count as a value of their own.</summary>
    /// <param name="columns">The columns of the natural key, in a fixed order.</param>
    public static Column Of(params string[] columns)
    {
        var parts = columns.Select(column => $"coalesce(concat('=', CAST({Sql.Name(column)} AS STRING)), '-')");
        return Functions.Expr($"CAST(conv(substring(md5(concat_ws('|', {string.Join(", ", parts)})), 1, 15), 16, 10) AS BIGINT)");
    }
}
