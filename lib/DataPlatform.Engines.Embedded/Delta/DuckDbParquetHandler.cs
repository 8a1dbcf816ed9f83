using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Checkpoints and their sidecars, read and written by DuckDB.</summary>
internal sealed class DuckDbParquetHandler(DuckDbSession session) : IParquetHandler
{
    public IEnumerable<Row> ReadRows(string path, StructType readSchema)
    {
        var columns = string.Join(", ", readSchema.Fields.Select(f => SqlText.Name(f.Name)));
        var fields = readSchema.Fields.Select(f => (f.Name, f.Name, DuckTypes.Of(f.DataType)));
        using var result = session.Query($"SELECT {columns} FROM {ParquetSql.Read([path], fields)}", readSchema.Fields.ConvertAll(f => f.DataType));
        foreach (var values in result.ReadAll())
        {
            yield return new Row(values, readSchema);
        }
    }

    public FileStatus WriteRows(string path, StructType schema, IEnumerable<Row> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var table = session.CreateTable(schema);
        try
        {
            foreach (var batch in rows.Chunk(16_384))
            {
                session.Append(table, schema, Array.ConvertAll(batch, row => row.Values));
            }

            var columns = schema.Fields.Select((f, i) => $"c{i} AS {SqlText.Name(f.Name)}");
            session.Execute($"COPY (SELECT {string.Join(", ", columns)} FROM {SqlText.Name(table)}) TO {SqlText.Quote(path)} (FORMAT parquet)");
        }
        finally
        {
            session.DropTable(table);
        }

        var file = new FileInfo(path);
        return new FileStatus(path, file.Length, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds());
    }
}
