using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Parquet files. A column that a file lacks is null there.</summary>
internal sealed class ParquetSource(IReadOnlyList<string> files, StructType schema) : FileSource(files)
{
    public override StructType Schema { get; } = schema;

    /// <summary>Files with a given schema, that of all files (<paramref name="merges"/>), or that of the first.</summary>
    public static ParquetSource Open(DuckDbSession session, IReadOnlyList<string> files, StructType? schema, bool merges, PartitionFolders partitions) =>
        new(files, schema ?? (merges ? ParquetSchema.Merged(session, files) : ParquetSchema.Read(session, files))) { Partitions = partitions };

    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var names = bindings.Take(Schema.Fields.Count).Select(SqlGenerator.NameOf).DefaultIfEmpty("1 AS none");
        if (Files.Count == 0)
        {
            var nulls = bindings.Select(c => $"CAST(NULL AS {DuckTypes.Of(c.Type)}) AS {SqlGenerator.NameOf(c)}").DefaultIfEmpty("1 AS none");
            return $"SELECT {string.Join(", ", nulls)} WHERE FALSE";
        }

        var fields = Schema.Fields.Select((f, i) => (f.Name, SqlGenerator.NameOf(bindings[i]), DuckTypes.Of(f.DataType))).DefaultIfEmpty(("none", "none", "INTEGER"));
        return $"SELECT {string.Join(", ", names)}{Metadata(bindings, "CAST(file_index AS BIGINT)")} FROM {ParquetSql.Read(Files, fields)}";
    }
}
