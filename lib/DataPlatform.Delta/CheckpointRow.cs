using Microsoft.Spark.Sql;

namespace DataPlatform.Delta;

/// <summary>Reads actions out of the rows of a checkpoint; the fields are those of <see cref="CheckpointSchema"/>, in its order.</summary>
internal static class CheckpointRow
{
    public static AddFile ToAdd(Row row) => new()
    {
        Path = Text(row, 0),
        PartitionValues = TextMap(row[1]) ?? [],
        Size = (long?)row[2] ?? 0,
        ModificationTime = (long?)row[3] ?? 0,
        DataChange = false,
        Stats = (string?)row[5],
        Tags = TextMap(row[6]),
        DeletionVector = ToDeletionVector(row[7]),
        BaseRowId = (long?)row[8],
        DefaultRowCommitVersion = (long?)row[9],
        ClusteringProvider = (string?)row[10],
    };

    public static RemoveFile ToRemove(Row row) => new()
    {
        Path = Text(row, 0),
        DeletionTimestamp = (long?)row[1],
        DataChange = false,
        ExtendedFileMetadata = (bool?)row[3],
        PartitionValues = TextMap(row[4]),
        Size = (long?)row[5],
        Tags = TextMap(row[6]),
        DeletionVector = ToDeletionVector(row[7]),
        BaseRowId = (long?)row[8],
        DefaultRowCommitVersion = (long?)row[9],
    };

    public static Metadata ToMetadata(Row row) => new()
    {
        Id = (string?)row[0] ?? "",
        Name = (string?)row[1],
        Description = (string?)row[2],
        Format = row[3] is Row format ? new TableFormat((string?)format[0] ?? "parquet", Properties(format[1])) : TableFormat.Parquet,
        SchemaString = (string?)row[4] ?? "",
        PartitionColumns = TextList(row[5]) ?? ValueList<string>.Empty,
        Properties = Properties(row[6]),
        CreatedTime = (long?)row[7],
    };

    public static Protocol ToProtocol(Row row) => new((int?)row[0] ?? 1, (int?)row[1] ?? 1, TextList(row[2]), TextList(row[3]));

    public static AppTransaction ToTransaction(Row row) => new(Text(row, 0), (long?)row[1] ?? 0, (long?)row[2]);

    public static DomainMetadata ToDomain(Row row) => new(Text(row, 0), (string?)row[1] ?? "", (bool?)row[2] ?? false);

    public static Sidecar ToSidecar(Row row) => new(Text(row, 0), (long?)row[1] ?? 0, (long?)row[2] ?? 0);

    public static DeletionVectorDescriptor? ToDeletionVector(object? value) => value is Row { Values: [string type, string path, ..] } row
        ? new DeletionVectorDescriptor(type, path, (int?)row[2], (int?)row[3] ?? 0, (long?)row[4] ?? 0)
        : null;

    private static string Text(Row row, int index) =>
        (string?)row[index] ?? throw new InvalidDataException($"A row has no {row.Schema.Fields[index].Name}.");

    private static Dictionary<string, string?>? TextMap(object? value) =>
        (value as Dictionary<object, object?>)?.ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);

    private static Dictionary<string, string> Properties(object? value) =>
        (TextMap(value) ?? []).Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);

    private static ValueList<string>? TextList(object? value) => (value as object?[])?.OfType<string>().ToValueList();
}
