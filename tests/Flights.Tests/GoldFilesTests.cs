using System.Text.Json;
using ParquetSharp;

namespace Flights.Tests;

/// <summary>Gold as a reader sees it that knows nothing of this repository: the log as JSON, the files that it names with ParquetSharp.</summary>
[Collection(JanuaryCollection.Name)]
public sealed class GoldFilesTests(January january)
{
    public static TheoryData<string> Tables => ["dim_date", "dim_carrier", "dim_airport", "dim_plane", "fact_flight", "carrier_day", "route_month", "weather_delay"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_needs_no_feature_that_a_reader_may_lack(string table)
    {
        var actions = Actions(table);
        var protocol = actions.Last(action => action.TryGetProperty("protocol", out _)).GetProperty("protocol");
        Assert.Equal(1, protocol.GetProperty("minReaderVersion").GetInt32());
        var metadata = actions.Last(action => action.TryGetProperty("metaData", out _)).GetProperty("metaData");
        Assert.DoesNotContain(metadata.GetProperty("configuration").EnumerateObject(), property => property.Name.StartsWith("delta.columnMapping", StringComparison.Ordinal));
        Assert.All(Added(actions), add => Assert.False(add.TryGetProperty("deletionVector", out var vector) && vector.ValueKind != JsonValueKind.Null));
    }

    [Fact]
    public void The_facts_in_the_files_are_those_of_January()
    {
        var (rows, delays, cancelled) = (0L, 0L, 0L);
        foreach (var path in Files("fact_flight"))
        {
            using var file = new ParquetFileReader(path);
            for (var group = 0; group < file.FileMetaData.NumRowGroups; group++)
            {
                using var reader = file.RowGroup(group);
                var count = checked((int)reader.MetaData.NumRows);
                rows += count;
                delays += Column<int?>(file, reader, "departure_delay_minutes").Sum(delay => delay ?? 0L);
                cancelled += Column<bool?>(file, reader, "is_cancelled").Count(flag => flag == true);
            }
        }

        Assert.Equal((27_004L, 265_801L, 521L), (rows, delays, cancelled));
    }

    [Fact]
    public void Instants_in_the_files_are_UTC()
    {
        using var file = new ParquetFileReader(Files("fact_flight").First());
        var column = Enumerable.Range(0, file.FileMetaData.NumColumns).Select(index => file.FileMetaData.Schema.Column(index)).Single(column => column.Name == "scheduled_departure_at");
        var timestamp = Assert.IsType<TimestampLogicalType>(column.LogicalType);
        Assert.True(timestamp.IsAdjustedToUtc);
        Assert.Equal(TimeUnit.Micros, timestamp.TimeUnit);
    }

    private static T[] Column<T>(ParquetFileReader file, RowGroupReader reader, string name)
    {
        var index = Enumerable.Range(0, file.FileMetaData.NumColumns).Single(column => file.FileMetaData.Schema.Column(column).Name == name);
        using var column = reader.Column(index).LogicalReader<T>();
        return column.ReadAll(checked((int)reader.MetaData.NumRows));
    }

    private List<JsonElement> Actions(string table) =>
    [
        .. Directory.GetFiles(Path.Combine(Folder(table), "_delta_log"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static IEnumerable<JsonElement> Added(IEnumerable<JsonElement> actions) =>
        actions.Where(action => action.TryGetProperty("add", out _)).Select(action => action.GetProperty("add"));

    private IEnumerable<string> Files(string table)
    {
        var actions = Actions(table);
        var removed = actions.Where(action => action.TryGetProperty("remove", out _)).Select(action => action.GetProperty("remove").GetProperty("path").GetString()).ToHashSet();
        return Added(actions).Select(add => add.GetProperty("path").GetString()!).Where(path => !removed.Contains(path)).Select(path => Path.Combine(Folder(table), Uri.UnescapeDataString(path)));
    }

    private string Folder(string table) => Path.Combine(january.Lake.Lake, "gold", table);
}
