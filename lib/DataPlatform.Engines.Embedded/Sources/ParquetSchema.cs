using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The columns of Parquet files as Spark types.</summary>
internal static class ParquetSchema
{
    /// <summary>The columns of all files, in the order in which they are met; all are nullable.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_MERGE_SCHEMAS</c>: a column's types differ; <c>UNABLE_TO_INFER_SCHEMA</c>: there is no file.</exception>
    public static StructType Merged(DuckDbSession session, IReadOnlyList<string> files)
    {
        var fields = new List<StructField>(Read(session, files).Fields);
        foreach (var field in files.Skip(1).SelectMany(file => Read(session, [file]).Fields))
        {
            var same = fields.Find(f => f.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (same is null)
            {
                fields.Add(field);
            }
            else if (same.DataType != field.DataType)
            {
                throw new AnalysisException("CANNOT_MERGE_SCHEMAS", $"The column `{field.Name}` is {same.DataType.Sql} in one file and {field.DataType.Sql} in another: give a schema.");
            }
        }

        return new StructType(fields);
    }

    /// <summary>The columns of the first file; all are nullable.</summary>
    /// <exception cref="AnalysisException"><c>UNABLE_TO_INFER_SCHEMA</c>: there is no file.</exception>
    public static StructType Read(DuckDbSession session, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            throw new AnalysisException("UNABLE_TO_INFER_SCHEMA", "There is no Parquet file to take the columns from: give a schema.");
        }

        var rows = session.Rows(
            $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet({ParquetSql.Path(files[0])}, hive_partitioning = false))",
            [new StringType(), new StringType()]);
        return new StructType(rows.Select(row => new StructField((string)row[0]!, DuckTypeText.Parse((string)row[1]!))));
    }
}
