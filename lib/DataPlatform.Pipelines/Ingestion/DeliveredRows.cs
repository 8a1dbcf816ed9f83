using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>A batch's rows as bronze wants them, read and judged but not written.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Rows">The rows, kept so that they are read once.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Seconds">How long reading took.</param>
internal sealed record DeliveredRows(Batch Batch, DataFrame Rows, long Count, double Seconds) : IDisposable
{
    public void Dispose() => Rows.Unpersist();
}
