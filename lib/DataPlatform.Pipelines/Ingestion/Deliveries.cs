using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads bronze tables as what was delivered: which rows still hold, and which days new deliveries touch.</summary>
public static class Deliveries
{
    private const string Newest = "__newest_batch";

    /// <summary>
    /// The rows that still hold: of a file that was delivered again only those of its last delivery. All columns; rows unordered. Rows of different files with the
    /// same key are both there.
    /// </summary>
    public static DataFrame Current(DataFrame bronze)
    {
        ArgumentNullException.ThrowIfNull(bronze);
        var newest = bronze.GroupBy(DeliveryColumns.SourceFile).Agg(Max(DeliveryColumns.BatchId).As(Newest)).WithColumnRenamed(DeliveryColumns.SourceFile, "__file");
        return bronze
            .Join(newest, Col(DeliveryColumns.SourceFile) == Col("__file") & Col(DeliveryColumns.BatchId) == Col(Newest))
            .Drop("__file", Newest);
    }

    /// <summary>
    /// The days that deliveries after a batch touch: those of their rows, and those that earlier deliveries of the same files had rows of, which now are gone or
    /// elsewhere. Null for rows whose day cannot be told.
    /// </summary>
    /// <param name="bronze">The bronze table.</param>
    /// <param name="since">The batch, exclusive.</param>
    /// <param name="day">The day of a row, as Spark SQL over the bronze columns; a date.</param>
    public static IReadOnlyList<DateOnly?> TouchedDays(DataFrame bronze, long since, string day)
    {
        ArgumentNullException.ThrowIfNull(bronze);
        var files = bronze.Filter(Col(DeliveryColumns.BatchId) > since).Select(Col(DeliveryColumns.SourceFile).As("__file")).Distinct();
        return Days(bronze.Join(files, Col(DeliveryColumns.SourceFile) == Col("__file")), day);
    }

    /// <summary>The distinct days of rows, in no order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="day">The day of a row, as Spark SQL; a date.</param>
    public static IReadOnlyList<DateOnly?> Days(DataFrame rows, string day)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.Select(Expr(day).As("day")).Distinct().Collect().Select(row => row.Get(0) is Microsoft.Spark.Sql.Types.Date date ? Instants.Of(date) : (DateOnly?)null)];
    }

    /// <summary>The days of a table's rows that name one of some members in one of some columns; none where no member is given.</summary>
    /// <param name="run">The run.</param>
    /// <param name="table">The table.</param>
    /// <param name="day">Its column with the day; a date.</param>
    /// <param name="members">The members, such as tail numbers.</param>
    /// <param name="columns">The columns that may name one.</param>
    public static IReadOnlyList<DateOnly?> DaysNaming(RunContext run, LakeTable table, string day, IReadOnlyList<string> members, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
        {
            return [];
        }

        var names = columns.Select(column => Col(Sql.Name(column)).IsIn([.. members])).Aggregate((any, one) => any | one);
        return Days(TableReader.Read(run, table).Filter(names), Sql.Name(day));
    }
}
