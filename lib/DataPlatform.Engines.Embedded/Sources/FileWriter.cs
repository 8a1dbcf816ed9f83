using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Writes rows as files of a folder, in Spark's way: <c>part-…</c> files, partition folders, <c>_SUCCESS</c> at the end. All is written beside the folder first and moved in
/// place when it is whole, so that a failure leaves what was there.
/// </summary>
internal sealed class FileWriter(DuckDbSession session, SessionCatalog catalog)
{
    /// <exception cref="AnalysisException"><c>PATH_ALREADY_EXISTS</c>, <c>DATA_SOURCE_NOT_FOUND</c>, <c>UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE</c>.</exception>
    public void Write(WriteOperation write, string format, string path)
    {
        if (!SourceFormats.IsKnown(format))
        {
            throw new AnalysisException(
                "DATA_SOURCE_NOT_FOUND", $"The embedded engine writes no format '{format}'; it writes csv, json, parquet, text and delta.", EmbeddedErrors.Of(("provider", format)));
        }

        var folder = FileListing.Local(path);
        var exists = Directory.Exists(folder) || File.Exists(folder);
        switch (write.Mode)
        {
            case WriteMode.ErrorIfExists when exists:
                throw new AnalysisException("PATH_ALREADY_EXISTS", $"{path} is there already. Choose another mode: append, overwrite or ignore.", EmbeddedErrors.Of(("outputPath", path)));
            case WriteMode.Ignore when exists:
                return;
            default:
                break;
        }

        var rows = new Analyzer(catalog).Bind(write.Input);
        Check(rows.Schema, write, format);
        var staged = $"{folder.TrimEnd('/')}.{Guid.NewGuid():N}.writing";
        Directory.CreateDirectory(staged);
        try
        {
            var files = Part(format, write, staged);
            if (format == "parquet")
            {
                WriteParquet(rows, write, staged, files);
            }
            else
            {
                WriteText(rows, write, format, files);
            }

            Publish(staged, folder, write.Mode);
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }
    }

    private static void Check(StructType schema, WriteOperation write, string format)
    {
        var data = schema.Fields.FindAll(f => !write.PartitionBy.Contains(f.Name, StringComparer.OrdinalIgnoreCase));
        if (format == "text" && !(data is [{ DataType: StringType }]))
        {
            throw new AnalysisException(
                data.Exists(f => f.DataType is not StringType) ? "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE" : "_LEGACY_ERROR_TEMP_1246",
                $"The text format writes one STRING column; the rows have {schema.ToDdl()}.");
        }

        if (format == "csv" && schema.Fields.Find(f => f.DataType is ArrayType or MapType or StructType) is { } nested)
        {
            throw new AnalysisException(
                "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE", $"CSV has no {nested.DataType.Sql}, the type of `{nested.Name}`: write to_json of it.", EmbeddedErrors.Of(("columnName", nested.Name)));
        }

        if (format == "parquet" && schema.Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw EmbeddedErrors.ColumnAlreadyExists(twice.Key);
        }

        if (write.PartitionBy.Count > 0 && write.PartitionBy.Count == schema.Fields.Count)
        {
            throw new AnalysisException("ALL_PARTITION_COLUMNS_NOT_ALLOWED", "Rows cannot be partitioned by all of their columns: the files would hold none.");
        }

        foreach (var column in write.PartitionBy.Where(column => schema.Find(column) is null))
        {
            throw EmbeddedErrors.UnresolvedColumn(column, schema.Fields.Select(f => f.Name));
        }
    }

    private static Func<string, string> Part(string format, WriteOperation write, string staged)
    {
        var options = new SourceOptions(write.Options);
        var compression = options.Get("compression") ?? options.Get("codec") ?? "none";
        var ending = (format, compression.ToLowerInvariant()) switch
        {
            ("parquet", _) => ".snappy.parquet",
            (_, "none" or "uncompressed") => "",
            (_, "gzip") => ".gz",
            (_, "deflate") => ".deflate",
            _ => throw new AnalysisException("CODEC_NOT_AVAILABLE.WITH_AVAILABLE_CODECS_SUGGESTION", $"There is no codec '{compression}' for {format}: none, gzip, deflate."),
        };
        var extension = format switch
        {
            "text" => ".txt",
            "parquet" => "",
            _ => $".{format}",
        };
        var id = Guid.NewGuid();
        return partition => Path.Combine(staged, partition, $"part-00000-{id}-c000{extension}{ending}");
    }

    private void WriteParquet(Bound rows, WriteOperation write, string staged, Func<string, string> part)
    {
        var query = SqlGenerator.Query(rows, session.TimeZone);
        if (write.PartitionBy.Count == 0)
        {
            session.Execute($"COPY ({query}) TO {SqlText.Quote(part(""))} (FORMAT parquet, COMPRESSION snappy)");
            return;
        }

        // A folder's name cannot be empty text: as in Spark it is null, and so is the text that stands for null.
        var columns = string.Join(", ", write.PartitionBy.Select(SqlText.Name));
        var texts = write.PartitionBy.Where(name => rows.Schema.Find(name)!.DataType is StringType).Select(name => $"nullif(nullif({SqlText.Name(name)}, ''), '{PartitionPath.NullFolder}') AS {SqlText.Name(name)}").ToList();
        var replaced = texts.Count == 0 ? query : $"SELECT * REPLACE ({string.Join(", ", texts)}) FROM ({query})";
        session.Execute(
            $"COPY ({replaced}) TO {SqlText.Quote(staged)} (FORMAT parquet, COMPRESSION snappy, PARTITION_BY ({columns}), WRITE_PARTITION_COLUMNS false, " +
            $"OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'part-{{i}}-{Guid.NewGuid()}-c000.snappy')");
    }

    private void WriteText(Bound rows, WriteOperation write, string format, Func<string, string> part)
    {
        var options = new SourceOptions(write.Options);
        var partitions = write.PartitionBy.Select(name => rows.Schema.Fields.FindIndex(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        var lines = new TextLines(rows, partitions, format, options, session.TimeZone);
        using var result = session.Query(lines.Query, lines.Types);
        using var writers = new PartitionedTextWriter(part, lines.Header, options);
        foreach (var row in result.ReadAll())
        {
            var line = lines.Line(row);

            // Spark's CSV has no line for a row whose only value is null.
            if (format != "csv" || line.Length > 0)
            {
                writers.Write(lines.Partition(row), line);
            }
        }

        writers.Finish(isPartitioned: partitions.Count > 0);
    }

    private static void Publish(string staged, string folder, WriteMode mode)
    {
        File.WriteAllBytes(Path.Combine(staged, "_SUCCESS"), []);
        if (mode == WriteMode.Append && Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(staged, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(staged, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
            }

            return;
        }

        if (Directory.Exists(folder))
        {
            var old = $"{staged}.old";
            Directory.Move(folder, old);
            Directory.Move(staged, folder);
            Directory.Delete(old, recursive: true);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.Move(staged, folder);
        }
    }
}
