using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>The measures over one table.</summary>
/// <param name="Table">The table, such as <c>gold/fact_flight</c>.</param>
/// <param name="Measures">The measures, each name once.</param>
public sealed record MeasureSet(string Table, IReadOnlyList<Measure> Measures)
{
    /// <summary>Groups rows of the table and computes measures. Columns: the groups, then the measures, each under its name; rows unordered.</summary>
    /// <param name="rows">Rows of the table, or some of them.</param>
    /// <param name="groups">The columns that a row of the result stands for.</param>
    /// <param name="names">The measures; all where none is named.</param>
    /// <exception cref="ArgumentException">A measure is not there.</exception>
    public DataFrame Aggregate(DataFrame rows, IEnumerable<string> groups, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Column[] columns = [.. (names.Length == 0 ? Measures : names.Select(Find)).Select(measure => Functions.Expr(measure.Expression).As(measure.Name))];
        return rows.GroupBy([.. groups.Select(group => Functions.Col(Sql.Name(group)))]).Agg(columns[0], columns[1..]);
    }

    private Measure Find(string name) =>
        Measures.FirstOrDefault(measure => measure.Name == name)
        ?? throw new ArgumentException($"There is no measure '{name}' over {Table}; there are: {string.Join(", ", Measures.Select(measure => measure.Name))}.", nameof(name));
}
