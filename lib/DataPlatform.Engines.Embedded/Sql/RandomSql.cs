namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>What a row's number and a seed decide at random.</summary>
internal static class RandomSql
{
    /// <summary>A double in [0, 1).</summary>
    public static string Uniform(string number, string seed) => $"(hash({Mixed(number, seed)}) / 18446744073709551616.0::DOUBLE)";

    /// <summary>A text in the form of a UUID of version 4.</summary>
    public static string Uuid(string number, string seed) => SqlLet.Once($"md5({Mixed(number, seed)})", "_h", h =>
        $"(substr({h}, 1, 8) || '-' || substr({h}, 9, 4) || '-4' || substr({h}, 14, 3) || '-' || substr('89ab', CAST(hash({h}) % 4 AS BIGINT) + 1, 1) || substr({h}, 18, 3) || '-' || substr({h}, 21))");

    /// <summary>A text of both. DuckDB's hash of two values is no more than an XOR of theirs, by which the numbers of two seeds would go together.</summary>
    public static string Mixed(string number, string seed) => $"CAST(hash({number}) AS VARCHAR) || ':' || CAST({seed} AS VARCHAR)";
}
