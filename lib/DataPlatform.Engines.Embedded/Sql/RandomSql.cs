namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Numbers at random that a seed decides.</summary>
internal static class RandomSql
{
    /// <summary>The SQL of a double in [0, 1) for a row's number and a seed. DuckDB's hash of two values is no more than an XOR of theirs, by which the numbers of two seeds would go together: it is mixed once more.</summary>
    public static string Uniform(string number, string seed) => $"(hash(CAST(hash({number}) AS VARCHAR) || ':' || CAST({seed} AS VARCHAR)) / 18446744073709551616.0::DOUBLE)";
}
