namespace DataPlatform.Delta.Tests;

/// <summary>A table of other projects' test data, with what its index says of it.</summary>
public sealed record UpstreamTable(string Source, string Name, int MinReader, int MinWriter, string[] ReaderFeatures, long? Version, string Expected, long? Rows)
{
    public const string Variable = "DATAPLATFORM_DELTA_TESTDATA";

    private static readonly string[] Sources = ["delta-golden", "delta-rs", "delta-kernel-rs", "delta-spark"];

    public bool IsLogOnly => Expected.StartsWith("log-only", StringComparison.Ordinal);

    public bool IsError => Expected.StartsWith("error", StringComparison.Ordinal);

    /// <summary>Where the data is: what the variable says, else beside the repository; null where it is not there.</summary>
    public static string? Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set)
            {
                return set;
            }

            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "DataPlatform.sln")))
                {
                    var beside = Path.GetFullPath(Path.Combine(folder.FullName, "../shared/testdata"));
                    return Directory.Exists(beside) ? beside : null;
                }
            }

            return null;
        }
    }

    public string Folder => $"{Root}/{Source}/{Name}";

    public static IEnumerable<UpstreamTable> All() => Root is null ? [] : Sources.SelectMany(source =>
        File.ReadLines($"{Root}/{source}/INDEX.tsv").Skip(1).Select(line => line.Split('\t')).Select(cells => Read(source, cells)));

    public static UpstreamTable Named(string source, string name) => All().First(table => table.Source == source && table.Name == name);

    public override string ToString() => $"{Source}/{Name}";

    private static UpstreamTable Read(string source, string[] cells)
    {
        var protocol = cells[1].Split('/');
        return new UpstreamTable(
            source,
            cells[0],
            protocol.Length == 2 ? int.Parse(protocol[0]) : 0,
            protocol.Length == 2 ? int.Parse(protocol[1]) : 0,
            cells[2] == "-" ? [] : cells[2].Split(','),
            cells[4] == "-" ? null : long.Parse(cells[4]),
            cells[6],
            cells[7] == "-" ? null : long.Parse(cells[7]));
    }
}
