using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The columns of Parquet files as Spark types.</summary>
internal static class ParquetSchema
{
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
