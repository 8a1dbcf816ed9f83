using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Parquet as the log needs it: checkpoints and their sidecars. The engine implements it; data files are no business of the log.</summary>
public interface IParquetHandler
{
    /// <summary>
    /// The rows of one file, each with exactly the fields of <paramref name="readSchema"/>, matched by name at every level. A column or nested field
    /// that the file lacks is null; one that the schema lacks is not read. Rows may be streamed. See each data type for its values' .NET type.
    /// </summary>
    IEnumerable<Row> ReadRows(string path, StructType readSchema);

    /// <summary>
    /// Writes one file of all rows in order and tells its size. The schema decides the Parquet types; nulls are kept at every level, a null struct
    /// included. The path is new and a temporary one: the log gives the file its final name itself.
    /// </summary>
    FileStatus WriteRows(string path, StructType schema, IEnumerable<Row> rows);
}
