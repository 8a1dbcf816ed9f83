using System.Globalization;

namespace DataPlatform.Engines.Embedded;

/// <summary>DuckDB's settings out of Spark's: memory, threads, where to spill.</summary>
internal static class EmbeddedSettings
{
    // DuckDB removes the folder that it spilled to when it ends, so that no two may share one.
    private static int LastEngine;

    /// <summary>
    /// <c>spark.driver.memory</c> (Java's sizes, such as <c>4g</c>) is the memory limit, <c>spark.driver.cores</c> or the number in <c>embedded[N]</c> the threads,
    /// <c>spark.local.dir</c> the folder for what does not fit in memory. Without them: DuckDB's own, four fifths of memory and all cores.
    /// </summary>
    public static Dictionary<string, string> From(IReadOnlyDictionary<string, string> configuration)
    {
        var settings = new Dictionary<string, string>
        {
            ["preserve_insertion_order"] = "true",
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
            ["temp_directory"] = Path.Combine(configuration.GetValueOrDefault("spark.local.dir", Path.GetTempPath()), $"dataplatform-{Environment.ProcessId}-{Interlocked.Increment(ref LastEngine)}"),
        };
        if (configuration.TryGetValue("spark.driver.memory", out var memory))
        {
            settings["memory_limit"] = Size(memory);
        }

        if (Threads(configuration) is { } threads)
        {
            settings["threads"] = threads;
        }

        return settings;
    }

    private static string? Threads(IReadOnlyDictionary<string, string> configuration)
    {
        var master = configuration.GetValueOrDefault("spark.master", "embedded");
        var open = master.IndexOf('[', StringComparison.Ordinal);
        var named = open > 0 && master.EndsWith(']') ? master[(open + 1)..^1] : "*";
        var threads = named == "*" ? configuration.GetValueOrDefault("spark.driver.cores") : named;
        return threads is null || (int.TryParse(threads, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            ? threads
            : throw new AnalysisException("INVALID_CONF_VALUE", $"'{threads}' is no number of threads: give a whole number from 1, as in embedded[2].");
    }

    // Java's sizes count in 1024; without a unit they are MiB, as for Spark.
    private static string Size(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var unit = text[digits..].Trim().ToLowerInvariant() switch
        {
            "" or "m" or "mb" => "MiB",
            "k" or "kb" => "KiB",
            "g" or "gb" => "GiB",
            "t" or "tb" => "TiB",
            "b" => "B",
            _ => null,
        };
        return digits > 0 && unit is not null
            ? $"{text[..digits]}{unit}"
            : throw new AnalysisException("INVALID_CONF_VALUE", $"'{text}' is no size for spark.driver.memory: give one such as 512m or 4g.");
    }
}
