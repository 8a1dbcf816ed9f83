using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows of files. Beside the schema's columns there is the hidden column <c>_metadata</c>, as in Spark: which file a row is of.</summary>
internal abstract class FileSource(IReadOnlyList<string> files) : ISource
{
    private static readonly StructType FileMetadata = new(
    [
        new("file_path", new StringType(), isNullable: false),
        new("file_name", new StringType(), isNullable: false),
        new("file_size", new LongType(), isNullable: false),
        new("file_modification_time", new TimestampType(), isNullable: false),
    ]);

    /// <summary>The columns that the files themselves hold.</summary>
    public abstract StructType Schema { get; }

    /// <summary>Columns that the files' folders give; they come behind those of the files.</summary>
    public PartitionFolders Partitions { get; init; } = PartitionFolders.None;

    StructType ISource.Schema => Partitions.Fields.Count == 0 ? Schema : new StructType(Schema.Fields.Concat(Partitions.Fields));

    public StructField? HiddenField { get; } = new("_metadata", FileMetadata, isNullable: false);

    public IReadOnlyList<string> InputFiles => [.. Files.Select(UriOf)];

    /// <summary>Absolute paths in the order in which they are read.</summary>
    protected IReadOnlyList<string> Files { get; } = files;

    public abstract string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings);

    /// <summary>What the files' names and folders give, as further items of a SELECT: partition columns, and the hidden column where it is bound.</summary>
    /// <param name="bindings">The plan's columns: the schema's, those of partitions, then the hidden one where it is wanted.</param>
    /// <param name="index">SQL of a row's position in <see cref="Files"/>, from 0.</param>
    protected string Metadata(ValueList<BoundColumn> bindings, string index)
    {
        var partitions = Partitions.Fields.Select((field, i) =>
        {
            var values = Partitions.Values.Select(file => LiteralSql.Write(file[i], field.DataType));
            return $", CAST([{string.Join(", ", values)}] AS {DuckTypes.Of(field.DataType)}[])[{index} + 1] AS {SqlGenerator.NameOf(bindings[Schema.Fields.Count + i])}";
        });
        var hidden = bindings.Count > Schema.Fields.Count + Partitions.Fields.Count ? Hidden(bindings[^1], index) : "";
        return string.Concat(partitions) + hidden;
    }

    private string Hidden(BoundColumn binding, string index)
    {
        var values = Files.Select(path =>
        {
            var file = new FileInfo(path);
            var modified = new Timestamp(file.LastWriteTimeUtc);
            return $"struct_pack(file_path := {SqlText.Quote(UriOf(path))}, file_name := {SqlText.Quote(file.Name)}, " +
                string.Create(CultureInfo.InvariantCulture, $"file_size := {file.Length}::BIGINT, file_modification_time := make_timestamptz({modified.EpochMicroseconds}::BIGINT))");
        }).ToList();
        var list = values.Count == 0 ? $"CAST([] AS {DuckTypes.Of(FileMetadata)}[])" : $"[{string.Join(", ", values)}]";
        return $", {list}[{index} + 1] AS {SqlGenerator.NameOf(binding)}";
    }

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;
}
