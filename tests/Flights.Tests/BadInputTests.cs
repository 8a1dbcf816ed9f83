using System.IO.Compression;
using System.Text.Json;

namespace Flights.Tests;

/// <summary>What bad input gets: an error that names it, the exit code of its kind, and no change to any table outside ops.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string NextDay = "flights/flights-2013-01-02.csv";

    private readonly FlightsLake _lake = new();

    public void Dispose() => _lake.Dispose();

    public static TheoryData<string, string, int, string> Deliveries => new()
    {
        { "wrong type", "WRONG_TYPE", 2, "'soon' in the column 'dep_delay' is no int" },
        { "too few fields", "MALFORMED_ROW", 2, "2013,1,2,517" },
        { "too many fields", "MALFORMED_ROW", 2, ",extra" },
        { "renamed column", "MISSING_COLUMN", 2, "lacks the column 'tailnum' (and has 'tail'" },
        { "not CSV", "NOT_A_TEXT_FILE", 2, NextDay },
        { "empty", "FILE_WITHOUT_HEADER", 2, NextDay },
        { "truncated gzip", "TRUNCATED_FILE", 2, "flights/flights-2013-01-02.csv.gz" },
        { "not gzip", "NOT_A_GZIP_FILE", 2, "flights/flights-2013-01-02.csv.gz" },
        { "not JSON", "NOT_JSON_LINES", 2, "weather/weather-2013-01-02.jsonl" },
        { "broken JSON", "MALFORMED_ROW", 2, "weather/weather-2013-01-02.jsonl" },
        { "no source folder", "SOURCE_FOLDER_NOT_FOUND", 64, "planes" },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public void A_bad_delivery_is_refused_whole(string kind, string code, int exitCode, string said)
    {
        _lake.Land(1);
        _lake.Run("flights");
        var before = (_lake.Tables(), _lake.Table("ops/ingested_files").Count());

        _lake.Land(1, 2);
        Spoil(kind);
        var error = Failure(_lake.Submit("flights"), exitCode);
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(said, error.GetProperty("message").GetString());
        FlightsLake.AssertSame(before.Item1, _lake.Tables());
        Assert.Equal(before.Item2, _lake.Table("ops/ingested_files").Count());
        Assert.Equal(exitCode, _lake.Table("ops/runs").OrderBy(Microsoft.Spark.Sql.Functions.Desc("started_at")).First().GetAs<int>("exit_code"));
    }

    [Theory]
    [InlineData("UNKNOWN_JOB", "flihgts")]
    [InlineData("UNKNOWN_OPTION", "flights", "--full-refesh")]
    [InlineData("INVALID_LOGICAL_DATE", "flights", "--date", "2013-02-29")]
    [InlineData("UNKNOWN_ENVIRONMENT", "flights", "--environment", "tset")]
    public void Wrong_usage_is_refused(string code, params string[] arguments) =>
        Assert.Equal(code, Failure(_lake.Submit(arguments), 64).GetProperty("code").GetString());

    [Fact]
    public void A_layer_before_the_one_that_it_needs_is_refused_by_table()
    {
        _lake.Land(1);
        var error = Failure(_lake.Submit("Flights.Silver"), 64);
        Assert.Equal("TABLE_NOT_FOUND", error.GetProperty("code").GetString());
        Assert.Contains("bronze/airlines", error.GetProperty("message").GetString());
    }

    [Fact]
    public void A_corrupt_log_names_its_table_and_ends_with_1()
    {
        _lake.Land(1);
        _lake.Run("flights");
        File.WriteAllText(Path.Combine(_lake.Lake, "silver", "flights", "_delta_log", "00000000000000000000.json"), "{\"add\":");
        _lake.Land(1, 2);
        Assert.Contains("silver/flights", Failure(_lake.Submit("flights"), 1).GetProperty("message").GetString());
    }

    [Fact]
    public void A_table_from_a_newer_protocol_is_refused_by_the_feature()
    {
        _lake.Land(1);
        _lake.Run("flights");
        File.WriteAllText(
            Path.Combine(_lake.Lake, "silver", "flights", "_delta_log", "00000000000000000001.json"),
            """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["timeTravelByThought"],"writerFeatures":["timeTravelByThought"]}}""" + "\n");
        _lake.Land(1, 2);
        Assert.Contains("timeTravelByThought", Failure(_lake.Submit("flights"), 1).GetProperty("message").GetString());
    }

    private static JsonElement Failure(JsonElement report, int exitCode)
    {
        Assert.Equal(exitCode, report.GetProperty("exit_code").GetInt32());
        Assert.Equal("failed", report.GetProperty("status").GetString());
        return report.GetProperty("error");
    }

    private void Spoil(string kind)
    {
        switch (kind)
        {
            case "wrong type": _lake.Edit(NextDay, text => Row(text, 2, fields => fields[5] = "soon")); break;
            case "too few fields": _lake.Edit(NextDay, text => $"{text}2013,1,2,517\n"); break;
            case "too many fields": _lake.Edit(NextDay, text => Row(text, 3, fields => fields[^1] += ",extra")); break;
            case "renamed column": _lake.Edit(NextDay, text => text.Replace("tailnum", "tail", StringComparison.Ordinal)); break;
            case "not CSV": File.WriteAllBytes(_lake.Landed(NextDay), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF]); break;
            case "empty": _lake.Write(NextDay, ""); break;
            case "truncated gzip": File.WriteAllBytes(_lake.Landed($"{NextDay}.gz"), Gzipped(NextDay)[..5000]); break;
            case "not gzip": File.Move(_lake.Landed(NextDay), _lake.Landed($"{NextDay}.gz")); break;
            case "not JSON": _lake.Write("weather/weather-2013-01-02.jsonl", "origin,year\nEWR,2013\n"); break;
            case "broken JSON": _lake.Edit("weather/weather-2013-01-02.jsonl", text => text[..(text.Length - 20)]); break;
            case "no source folder": Directory.Delete(_lake.Landed("planes"), recursive: true); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown.");
        }
    }

    private byte[] Gzipped(string path)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
        {
            gzip.Write(File.ReadAllBytes(_lake.Landed(path)));
        }

        return memory.ToArray();
    }

    private static string Row(string text, int number, Action<string[]> edit)
    {
        var lines = text.Split('\n');
        var fields = lines[number].Split(',');
        edit(fields);
        lines[number] = string.Join(',', fields);
        return string.Join('\n', lines);
    }
}
