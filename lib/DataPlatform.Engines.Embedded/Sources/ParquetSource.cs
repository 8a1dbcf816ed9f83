using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Parquet files. A column that a file lacks is null there; columns are found by name, case aside.</summary>
internal sealed class ParquetSource(IReadOnlyList<string> files, StructType schema) : ISource
{
    public StructType Schema { get; } = schema;

    public IReadOnlyList<string> InputFiles => [.. files.Select(f => new Uri(f).AbsoluteUri)];

    /// <summary>Files with a given schema, or that of the first file.</summary>
    public static ParquetSource Open(DuckDbSession session, IReadOnlyList<string> files, StructType? schema) =>
        new(files, schema ?? ParquetSchema.Read(session, files));

    public string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var columns = bindings.Select((c, i) => $"CAST({SqlText.Name(Schema.Fields[i].Name)} AS {DuckTypes.Of(c.Type)}) AS {SqlGenerator.NameOf(c)}").DefaultIfEmpty("1 AS none");
        return $"SELECT {string.Join(", ", columns)} FROM read_parquet([{string.Join(", ", files.Select(ParquetSql.Path))}], union_by_name = true, hive_partitioning = false)";
    }
}
