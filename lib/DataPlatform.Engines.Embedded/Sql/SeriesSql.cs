namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Lists of whole numbers in equal steps. DuckDB ends the process where one does not fit into memory, so that their length is asked first.</summary>
internal static class SeriesSql
{
    /// <summary>What is not longer than this is made.</summary>
    public const long Most = 100_000_000;

    // Of Spark's arrays (ByteArrayUtils.MAX_ROUNDED_ARRAY_LENGTH).
    private const long MostOfSpark = 2147483632;

    /// <summary>The SQL of the refusal of a longer one.</summary>
    public static string Refused { get; } =
        SqlText.Fail("UNSUPPORTED_FEATURE.EMBEDDED_ENGINE", $"The embedded engine makes no array of more than {Most} elements. Make rows of them (range), or run the job on Spark.");

    /// <summary>The SQL of a list from one number to another, both BIGINT and included. Errors: <c>COLLECTION_SIZE_LIMIT_EXCEEDED.PARAMETER</c>, and <c>UNSUPPORTED_FEATURE.EMBEDDED_ENGINE</c> from 100,000,000 on.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">Where it ends, if a step leads there.</param>
    /// <param name="step">The step; not zero.</param>
    public static string Of(string from, string to, string step = "1")
    {
        var length = $"abs((CAST({to} AS HUGEINT) - {from}) // {step})";
        var tooLong = SqlText.Fail("COLLECTION_SIZE_LIMIT_EXCEEDED.PARAMETER", $"An array has {MostOfSpark} elements at most.");
        return $"generate_series({from}, CASE WHEN {length} >= {MostOfSpark} THEN CAST({tooLong} AS BIGINT) WHEN {length} >= {Most} THEN CAST({Refused} AS BIGINT) ELSE {to} END, {step})";
    }
}
