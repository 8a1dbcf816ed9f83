using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Expressions;
using static Microsoft.Spark.Sql.Functions;
using Window = Microsoft.Spark.Sql.Expressions.Window;

namespace DataPlatform.Pipelines;

/// <summary>
/// The history of keyed rows, worked out from all their deliveries. It is a function of the deliveries alone: in which order they arrived, how often and in how
/// many runs makes no difference, so a late delivery falls into its place and a rerun gives the same rows.
/// </summary>
/// <param name="Key">The columns that name a row.</param>
/// <param name="Attributes">The columns whose change makes a new version; null is a value.</param>
/// <param name="Delivery">Whether a delivery holds all keys, so that a key that is not in it is gone.</param>
public sealed record SlowlyChangingDimension(IReadOnlyList<string> Key, IReadOnlyList<string> Attributes, DeliveryKind Delivery)
{
    private const string Version = "__version";
    private const string GoneFrom = "__gone_from";
    private const string NextDelivery = "__next_delivery";
    private const string Deleted = "__deleted";

    /// <summary>A Spark SQL condition that is true for a delivered row that says that its key is gone; null where deliveries have no such rows.</summary>
    public string? DeletedWhen { get; init; }

    /// <summary>
    /// Type 2: a row a version. Columns: key, attributes, <c>valid_from</c>, <c>valid_to</c>, <c>is_current</c>; rows unordered. Versions of a key do not overlap; a
    /// gap is a time in which the key was gone. Of several deliveries of one day the last holds. A key's first version holds from <see cref="HistoryColumns.Beginning"/>.
    /// </summary>
    /// <param name="deliveries">The rows of all deliveries with the columns of <see cref="DeliveryColumns.Order"/>, key and attributes.</param>
    public DataFrame History(DataFrame deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var byDay = Window.PartitionBy(Named(Key)).OrderBy(DeliveryColumns.DeliveryDate);
        var states = NumberVersions(WithDeletions(OneADay(deliveries)), byDay);
        var versions = states
            .GroupBy([.. Named(Key), .. Named(Attributes), Col(Deleted), Col(Version)])
            .Agg(Min(DeliveryColumns.DeliveryDate).As(HistoryColumns.ValidFrom), Max(GoneFrom).As(GoneFrom));
        var byVersion = Window.PartitionBy(Named(Key)).OrderBy(Version);
        return versions
            .WithColumn(HistoryColumns.ValidTo, Coalesce(Col(GoneFrom), Lead(Col(HistoryColumns.ValidFrom), 1).Over(byVersion)))
            .WithColumn(HistoryColumns.ValidFrom, When(Col(Version) == 1, Lit(Instants.Of(HistoryColumns.Beginning))).Otherwise(Col(HistoryColumns.ValidFrom)))
            .Filter(!Col(Deleted))
            .WithColumn(HistoryColumns.IsCurrent, Col(HistoryColumns.ValidTo).IsNull())
            .Select([.. Named(Key), .. Named(Attributes), Col(HistoryColumns.ValidFrom), Col(HistoryColumns.ValidTo), Col(HistoryColumns.IsCurrent)]);
    }

    /// <summary>
    /// Type 1: a row a key, as it was last delivered. Columns: key, attributes, <c>is_current</c>, which is false for a key that is gone; rows unordered.
    /// </summary>
    /// <param name="deliveries">As for <see cref="History"/>.</param>
    public DataFrame Latest(DataFrame deliveries) =>
        Deduplication.KeepNewest(History(deliveries), Key, [HistoryColumns.ValidFrom]).Drop(HistoryColumns.ValidFrom, HistoryColumns.ValidTo);

    private static Column[] Named(IEnumerable<string> columns) => [.. columns.Select(column => Col(Sql.Name(column)))];

    /// <summary>The row of each key and day that the last delivery of the day gives.</summary>
    private DataFrame OneADay(DataFrame deliveries)
    {
        var rows = deliveries
            .WithColumn(Deleted, Coalesce(Expr(DeletedWhen ?? "false"), Lit(false)))
            .Select([.. Named(Key), .. Named(Attributes), .. Named(DeliveryColumns.Order), Col(Deleted)]);
        return Deduplication.KeepNewest(Delivery == DeliveryKind.Full ? LastOfEachDay(rows) : rows, [.. Key, DeliveryColumns.DeliveryDate], [.. DeliveryColumns.Order.Skip(1)]);
    }

    /// <summary>Of full deliveries of one day only the last counts: a key that it lacks is gone, though an earlier one had it.</summary>
    private static DataFrame LastOfEachDay(DataFrame rows)
    {
        Column[] delivery = Named(DeliveryColumns.Order);
        var last = Deduplication.KeepNewest(rows.Select(delivery).Distinct(), [DeliveryColumns.DeliveryDate], [.. DeliveryColumns.Order.Skip(1)])
            .Select([.. DeliveryColumns.Order.Select((column, index) => Col(column).As($"__last_{index}"))]);
        var same = DeliveryColumns.Order.Select((column, index) => Col(column) == Col($"__last_{index}")).Aggregate((all, one) => all & one);
        return rows.Join(last, same).Drop([.. DeliveryColumns.Order.Select((_, index) => $"__last_{index}")]);
    }

    /// <summary>Adds the day from which a key is gone because the next full delivery lacks it; null where it is not.</summary>
    private DataFrame WithDeletions(DataFrame rows)
    {
        if (Delivery == DeliveryKind.Partial)
        {
            return rows.WithColumn(GoneFrom, Lit(null).Cast("date"));
        }

        var days = rows.Select(Col(DeliveryColumns.DeliveryDate).As("__day")).Distinct()
            .WithColumn(NextDelivery, Lead(Col("__day"), 1).Over(Window.OrderBy("__day")));
        var next = Lead(Col(DeliveryColumns.DeliveryDate), 1).Over(Window.PartitionBy(Named(Key)).OrderBy(DeliveryColumns.DeliveryDate));
        return rows
            .Join(days, Col(DeliveryColumns.DeliveryDate) == Col("__day"))
            .WithColumn("__next_of_key", next)
            .WithColumn(GoneFrom, When(Col("__next_of_key").IsNull() | (Col("__next_of_key") > Col(NextDelivery)), Col(NextDelivery)))
            .Drop("__day", NextDelivery, "__next_of_key");
    }

    /// <summary>Counts versions from 1 within each key: a state begins one where it differs from the state before, or the key was gone in between.</summary>
    private DataFrame NumberVersions(DataFrame states, WindowSpec byDay)
    {
        var isSame = Named([.. Attributes, Deleted]).Select(column => column.EqNullSafe(Lag(column, 1).Over(byDay))).Aggregate((all, one) => all & one);
        var begins = RowNumber().Over(byDay) == 1 | !isSame | Lag(Col(GoneFrom), 1).Over(byDay).IsNotNull();
        return states
            .WithColumn("__begins", When(begins, Lit(1)).Otherwise(Lit(0)))
            .WithColumn(Version, Sum("__begins").Over(byDay.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)))
            .Drop("__begins");
    }
}
