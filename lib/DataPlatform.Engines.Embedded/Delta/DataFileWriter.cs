using System.Globalization;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Writes rows as data files of a Delta table: Parquet below its folder, with the statistics that DuckDB gathers while it writes.</summary>
internal sealed class DataFileWriter(DuckDbSession session)
{
    /// <summary>
    /// Writes the rows of a query and gives the files as the log adds them; none where there are no rows. Files are on disk, synced. Where writing fails
    /// nothing stays behind.
    /// </summary>
    /// <param name="tablePath">The table's folder.</param>
    /// <param name="metadata">The table.</param>
    /// <param name="query">A query whose columns are named and typed as the table's, in order.</param>
    /// <param name="dataChange">False where the rows were in the table before.</param>
    public IReadOnlyList<AddFile> Write(string tablePath, Metadata metadata, string query, bool dataChange = true)
    {
        Directory.CreateDirectory(tablePath);
        var id = Guid.NewGuid().ToString();
        try
        {
            var files = Copy(tablePath, metadata, query, id);
            return [.. files.Where(f => f.Rows > 0).Select(f => Add(tablePath, metadata, f, dataChange))];
        }
        catch
        {
            foreach (var file in Directory.EnumerateFiles(tablePath, $"*{id}*", SearchOption.AllDirectories))
            {
                File.Delete(file);
            }

            throw;
        }
    }

    private List<WrittenFile> Copy(string tablePath, Metadata metadata, string query, string id)
    {
        var partitions = metadata.PartitionColumns;
        var columns = metadata.Schema.Fields.Select(f => IsPartition(metadata, f)
            ? $"{PartitionText(SqlText.Name(f.Name), f.DataType)} AS {SqlText.Name(f.Name)}"
            : SqlText.Name(f.Name));
        var target = partitions.Count == 0 ? Path.Combine(tablePath, $"part-00000-{id}-c000.snappy.parquet") : tablePath;
        var options = partitions.Count == 0
            ? ""
            : $", PARTITION_BY ({string.Join(", ", partitions.Select(SqlText.Name))}), WRITE_PARTITION_COLUMNS false, OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'part-{{i}}-{id}.c000.snappy'";
        var sql = $"COPY (SELECT {string.Join(", ", columns)} FROM ({query})) TO {SqlText.Quote(target)} (FORMAT parquet, COMPRESSION snappy, RETURN_STATS true{options})";
        var rows = session.Rows(sql, WrittenFile.Columns);
        var files = rows.ConvertAll(WrittenFile.Of);
        foreach (var empty in files.Where(f => f.Rows == 0))
        {
            File.Delete(empty.Path);
        }

        return files;
    }

    private static AddFile Add(string tablePath, Metadata metadata, WrittenFile file, bool dataChange)
    {
        using (var handle = File.OpenHandle(file.Path, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        var partitions = metadata.PartitionColumns.ToDictionary(c => c, c => file.PartitionKeys.GetValueOrDefault(c));
        var statistics = file.Statistics(metadata.Schema);
        return AddFile.Create(
            Path.GetRelativePath(tablePath, file.Path).Replace('\\', '/'),
            partitions,
            file.Size,
            new DateTimeOffset(File.GetLastWriteTimeUtc(file.Path)).ToUnixTimeMilliseconds(),
            FileStatistics.Compose(metadata, file.Rows, statistics),
            dataChange);
    }

    private static bool IsPartition(Metadata metadata, StructField field) => metadata.PartitionColumns.Contains(field.Name, StringComparer.OrdinalIgnoreCase);

    // Partition values as the protocol writes them; empty text and the mark of null are null, as in Spark.
    private static string PartitionText(string column, DataType type) => type switch
    {
        StringType or CharType or VarcharType => $"nullif(nullif({column}, ''), '{PartitionPath.NullFolder}')",
        TimestampType => string.Create(CultureInfo.InvariantCulture, $"rtrim(rtrim(strftime(timezone('UTC', {column}), '%Y-%m-%d %H:%M:%S.%f'), '0'), '.') || 'Z'"),
        TimestampNTZType => $"rtrim(rtrim(strftime({column}, '%Y-%m-%d %H:%M:%S.%f'), '0'), '.')",
        _ => CastSql.Write(column, type, new StringType(), isTry: false, "UTC"),
    };
}
