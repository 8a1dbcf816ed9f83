using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;
using Window = Microsoft.Spark.Sql.Expressions.Window;

namespace DataPlatform.Pipelines;

/// <summary>
/// The history of keyed rows, worked out from all their deliveries. It is a function of the deliveries alone: in how many runs they were taken in makes no
/// difference, so a late delivery falls into its place and a rerun gives the same rows.
/// </summary>
/// <param name="Key">The columns that name a row.</param>
/// <param name="Attributes">The columns whose change makes a new version; null is a value.</param>
/// <param name="Delivery">Whether a delivery holds all keys, so that a key that is not in it is gone.</param>
public sealed record SlowlyChangingDimension(IReadOnlyList<string> Key, IReadOnlyList<string> Attributes, DeliveryKind Delivery)
{
    private const string Version = "__version";
    private const string GoneFrom = "__gone_from";
    private const string Deleted = "__deleted";
    private const string Begins = "__begins";
    private const string Number = "__number";
    private const string NextDay = "__next_day";

    /// <summary>A Spark SQL condition that is true for a delivered row that says that its key is gone; null where deliveries have no such rows.</summary>
    public string? DeletedWhen { get; init; }

    /// <summary>
    /// Type 2: a row a version. Columns: key, attributes, <c>valid_from</c>, <c>valid_to</c>, <c>is_current</c>; rows unordered. Versions of a key do not overlap; a
    /// gap is a time in which the key was gone. A version holds from the day of the delivery that brought it, the first one of a key from
    /// <see cref="HistoryColumns.Beginning"/>; one that another of the same day followed held no day and is left out.
    /// </summary>
    /// <param name="deliveries">The rows of all deliveries with the columns of <see cref="DeliveryColumns.Order"/>, key and attributes.</param>
    public DataFrame History(DataFrame deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var versions = NumberVersions(WithDeletions(States(deliveries)))
            .GroupBy([.. Named(Key), .. Named(Attributes), Col(Deleted), Col(Version)])
            .Agg(Min(DeliveryColumns.DeliveryDate).As(HistoryColumns.ValidFrom), Max(GoneFrom).As(GoneFrom));
        var (from, to) = (Col(HistoryColumns.ValidFrom), Col(HistoryColumns.ValidTo));
        return versions
            .WithColumn(HistoryColumns.ValidTo, Coalesce(Col(GoneFrom), Lead(from, 1).Over(Window.PartitionBy(Named(Key)).OrderBy(Version))))
            .WithColumn(HistoryColumns.ValidFrom, When(Col(Version) == 1, Lit(Instants.Of(HistoryColumns.Beginning))).Otherwise(from))
            .Filter(!Col(Deleted) & (to.IsNull() | (from < to)))
            .WithColumn(HistoryColumns.IsCurrent, to.IsNull())
            .Select([.. Named(Key), .. Named(Attributes), from, to, Col(HistoryColumns.IsCurrent)]);
    }

    /// <summary>
    /// Type 1: a row a key, as it was last delivered. Columns: key, attributes, <c>is_current</c>, which is false for a key that is gone; rows unordered.
    /// </summary>
    /// <param name="deliveries">As for <see cref="History"/>.</param>
    public DataFrame Latest(DataFrame deliveries) =>
        Deduplication.KeepNewest(History(deliveries), Key, [HistoryColumns.ValidFrom]).Drop(HistoryColumns.ValidFrom, HistoryColumns.ValidTo);

    private static Column[] Named(IEnumerable<string> columns) => [.. columns.Select(column => Col(Sql.Name(column)))];

    /// <summary>What each delivery says of each key: one row.</summary>
    private DataFrame States(DataFrame deliveries)
    {
        var rows = deliveries
            .WithColumn(Deleted, Coalesce(Expr(DeletedWhen ?? "false"), Lit(false)))
            .Select([.. Named(Key), .. Named(Attributes), .. Named(DeliveryColumns.Order), Col(Deleted)]);
        return Deduplication.KeepNewest(rows, [.. Key, .. DeliveryColumns.Order], []);
    }

    /// <summary>Adds the day from which a key is gone because the next full delivery lacks it; null where it is not.</summary>
    private DataFrame WithDeletions(DataFrame states)
    {
        if (Delivery == DeliveryKind.Partial)
        {
            return states.WithColumn(GoneFrom, Expr("CAST(NULL AS DATE)"));
        }

        var inOrder = Window.OrderBy(Named(DeliveryColumns.Order));
        var deliveries = states.Select(Named(DeliveryColumns.Order)).Distinct()
            .WithColumn(Number, RowNumber().Over(inOrder))
            .WithColumn(NextDay, Lead(Col(DeliveryColumns.DeliveryDate), 1).Over(inOrder));
        var next = Lead(Col(Number), 1).Over(Window.PartitionBy(Named(Key)).OrderBy(Number));
        return states
            .Join(deliveries, DeliveryColumns.Order)
            .WithColumn("__next", next)
            .WithColumn(GoneFrom, When(Col("__next").IsNull() | (Col("__next") > Col(Number) + 1), Col(NextDay)))
            .Drop(Number, NextDay, "__next");
    }

    /// <summary>Counts versions from 1 within each key: a state begins one where it differs from the state before, or the key was gone in between.</summary>
    private DataFrame NumberVersions(DataFrame states)
    {
        var byOrder = Window.PartitionBy(Named(Key)).OrderBy(Named(DeliveryColumns.Order));
        var isSame = Named([.. Attributes, Deleted]).Select(column => column.EqNullSafe(Lag(column, 1).Over(byOrder))).Aggregate((all, one) => all & one);
        var begins = RowNumber().Over(byOrder) == 1 | !isSame | Lag(Col(GoneFrom), 1).Over(byOrder).IsNotNull();
        return states
            .WithColumn(Begins, When(begins, Lit(1)).Otherwise(Lit(0)))
            .WithColumn(Version, Sum(Begins).Over(byOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)))
            .Drop(Begins);
    }
}
