using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Flights.Tests;

/// <summary>
/// A month of the published data laid out as sources deliver it: one CSV a day of flights, one JSON-lines file a day of weather.
/// The published files are in the folder that the environment variable <c>DATAPLATFORM_NYCFLIGHTS</c> names.
/// </summary>
internal static partial class PublishedMonth
{
    private const string Variable = "DATAPLATFORM_NYCFLIGHTS";

    private static readonly string[] TextColumns = ["origin", "time_hour"];

    /// <summary>What keeps a month of 2013 (from 1) from being written; null where its published files are there.</summary>
    public static string? Missing(int month) =>
        Folder is null ? $"{Variable} is not set: let it name a folder with the published nycflights13 data, one gzipped CSV a month"
        : !File.Exists(Published("flights", month)) || !File.Exists(Published("weather", month)) ? $"{Variable} names '{Folder}', which lacks month {month} of nycflights13"
        : null;

    /// <summary>Writes the flights and the weather of a month, whose published files must be there, below <paramref name="landing"/>.</summary>
    public static void Write(int month, string landing)
    {
        WriteDays(landing, "flights", ".csv", Lines(Published("flights", month)), day: line => Day(line, yearAt: 0), header => [header], (_, line) => line);
        WriteDays(landing, "weather", ".jsonl", Lines(Published("weather", month)), day: line => Day(line, yearAt: 1), _ => [], Json);
    }

    private static string? Folder => Environment.GetEnvironmentVariable(Variable);

    private static string Published(string entity, int month) => Path.Combine(Folder!, $"{entity}-2013-{month:00}.csv.gz");

    private static void WriteDays(
        string landing, string entity, string extension, IReadOnlyList<string> lines, Func<string, string> day, Func<string, string[]> top, Func<string, string, string> row)
    {
        Directory.CreateDirectory(Path.Combine(landing, entity));
        foreach (var rows in lines.Skip(1).GroupBy(day))
        {
            var text = string.Join('\n', [.. top(lines[0]), .. rows.Select(line => row(lines[0], line)), ""]);
            File.WriteAllText(Path.Combine(landing, entity, $"{entity}-{rows.Key}{extension}"), text);
        }
    }

    private static List<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static string Day(string line, int yearAt)
    {
        var fields = line.Split(',');
        return $"{fields[yearAt]}-{int.Parse(fields[yearAt + 1]):00}-{int.Parse(fields[yearAt + 2]):00}";
    }

    /// <summary>One JSON object with every key: numbers keep their digits, NA is null.</summary>
    private static string Json(string header, string line)
    {
        var pairs = header.Split(',').Zip(line.Split(','), (name, value) => $"\"{name}\":{JsonValue(name, value)}");
        return $"{{{string.Join(',', pairs)}}}";
    }

    private static string JsonValue(string name, string value)
    {
        if (value == "NA")
        {
            return "null";
        }

        return TextColumns.Contains(name) ? $"\"{value}\"" : Number().IsMatch(value) ? value : throw new FormatException($"'{value}' in {name} is no JSON number.");
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
