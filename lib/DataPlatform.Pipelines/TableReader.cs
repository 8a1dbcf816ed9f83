using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>Reads tables of the lake.</summary>
public static class TableReader
{
    /// <summary>Whether the table is there.</summary>
    public static bool Exists(RunContext run, LakeTable table)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(table);
        return Directory.Exists(table.Path) && DeltaTable.IsDeltaTable(run.Spark, table.Path);
    }

    /// <summary>The table's rows as they are now.</summary>
    /// <exception cref="ConfigurationException"><c>TABLE_NOT_FOUND</c>: the job that writes it has not run.</exception>
    public static DataFrame Read(RunContext run, LakeTable table) =>
        Exists(run, table) ? run.Spark.Read().Format("delta").Load(table.Path) : throw PipelineErrors.TableNotFound(table);
}
