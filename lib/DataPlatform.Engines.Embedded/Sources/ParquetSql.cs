using DataPlatform.Engines.Embedded.Sql;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Parquet files as DuckDB reads them.</summary>
internal static class ParquetSql
{
    /// <summary>
    /// A table function over files with columns that are told, not found: a column or nested field that a file lacks is null there, one of another type is cast.
    /// It has <c>file_index</c> and <c>file_row_number</c> too.
    /// </summary>
    /// <param name="paths">At least one file.</param>
    /// <param name="fields">The columns: the name in the files, the name given to it, its DuckDB type. At least one.</param>
    public static string Read(IEnumerable<string> paths, IEnumerable<(string Stored, string Named, string Type)> fields)
    {
        var schema = fields.Select(f => $"{SqlText.Quote(f.Stored)}: {{'name': {SqlText.Quote(f.Named)}, 'type': {SqlText.Quote(f.Type)}, 'default_value': NULL}}");
        return $"read_parquet([{string.Join(", ", paths.Select(Path))}], schema = MAP {{{string.Join(", ", schema)}}}, hive_partitioning = false)";
    }

    /// <summary>A path as a literal that DuckDB takes as one file, whatever characters it has.</summary>
    public static string Path(string path)
    {
        var escaped = new System.Text.StringBuilder();
        foreach (var c in path)
        {
            escaped.Append(c is '*' or '?' or '[' ? $"[{c}]" : c.ToString());
        }

        return SqlText.Quote(escaped.ToString());
    }
}
