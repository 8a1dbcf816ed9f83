using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Finds the surrogate keys of facts. Every fact keeps its row: what is not found gets the key of <see cref="UnknownMember"/>.</summary>
/// <param name="Dimension">The dimension's rows; its natural key is unique, for a history at any day.</param>
/// <param name="NaturalKey">Its natural key column.</param>
/// <param name="SurrogateKey">Its surrogate key column.</param>
public sealed record DimensionLookup(DataFrame Dimension, string NaturalKey, string SurrogateKey)
{
    private const string Member = "__member";
    private const string From = "__from";
    private const string To = "__to";
    private const string Found = "__found";

    /// <summary>Adds the key of the member that facts name.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="column">The column of the facts that names the member.</param>
    /// <param name="key">The name of the column that is added.</param>
    public DataFrame Add(DataFrame facts, string column, string key)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var members = Dimension.Select(Col(NaturalKey).As(Member), Col(SurrogateKey).As(Found));
        return WithKey(facts.Join(members, Col(Sql.Name(column)) == Col(Member), "left_outer"), key, Member);
    }

    /// <summary>Adds the key of the version that held on a day: from <c>valid_from</c>, inclusive, to <c>valid_to</c>, exclusive.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="column">The column of the facts that names the member.</param>
    /// <param name="day">The facts' date column.</param>
    /// <param name="key">The name of the column that is added.</param>
    public DataFrame AddAt(DataFrame facts, string column, string day, string key)
    {
        ArgumentNullException.ThrowIfNull(facts);

        // An open end as a far day leaves comparisons only, which engines join by hashing; an OR would make them try every pair.
        var end = Coalesce(Col(HistoryColumns.ValidTo), Lit(Instants.Of(DateOnly.MaxValue)));
        var versions = Dimension.Select(Col(NaturalKey).As(Member), Col(SurrogateKey).As(Found), Col(HistoryColumns.ValidFrom).As(From), end.As(To));
        var holds = Col(Sql.Name(column)) == Col(Member) & Col(Sql.Name(day)) >= Col(From) & Col(Sql.Name(day)) < Col(To);
        return WithKey(facts.Join(versions, holds, "left_outer"), key, Member, From, To);
    }

    private static DataFrame WithKey(DataFrame joined, string key, params string[] helpers) =>
        joined.WithColumn(key, Coalesce(Col(Found), Lit(UnknownMember.Key))).Drop([Found, .. helpers]);
}
