using System.Globalization;
using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>
/// Which part of a table is made again: the rows whose slice column has one of some values, or all rows. Slices are what keeps a rerun from touching the rest of a
/// table; the values are dates, and null is a slice too.
/// </summary>
/// <param name="Column">The column whose value says which slice a row belongs to; of type date.</param>
/// <param name="Values">The slices; null: all of the table.</param>
public sealed record Slices(string Column, IReadOnlySet<DateOnly?>? Values)
{
    /// <summary>All of a table.</summary>
    public static Slices All(string column) => new(column, null);

    /// <summary>Some days.</summary>
    public static Slices Of(string column, IEnumerable<DateOnly?> days) => new(column, days.ToHashSet());

    /// <summary>Whether it is all of the table.</summary>
    public bool IsAll => Values is null;

    /// <summary>Whether there is nothing to make again.</summary>
    public bool IsNone => Values is { Count: 0 };

    /// <summary>The slices as texts for <see cref="PendingUpdate.Complete"/>; null for all.</summary>
    public IReadOnlyList<string>? Texts => Values is null ? null : [.. Values.Order().Select(day => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")];

    /// <summary>Slices from their texts.</summary>
    public static IEnumerable<DateOnly?> Parse(IEnumerable<string> texts) =>
        texts.Select(text => text.Length == 0 ? (DateOnly?)null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The rows of another table that belong to these slices.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="expression">The slice of such a row, as Spark SQL; a date.</param>
    public DataFrame Select(DataFrame rows, string expression)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return IsAll ? rows : rows.Filter(ConditionOver(expression));
    }

    /// <summary>The same days as months: their first days, in a column of its own.</summary>
    public Slices ByMonth(string column) => new(column, Values?.Select(day => day is { } date ? new DateOnly(date.Year, date.Month, 1) : (DateOnly?)null).ToHashSet());

    /// <summary>A Spark SQL condition that is true for the rows of these slices and for no others.</summary>
    /// <exception cref="InvalidOperationException">It is all of the table, or nothing.</exception>
    public string Condition() => ConditionOver(Sql.Name(Column));

    /// <summary>As <see cref="Condition"/>, over an expression that gives the slice of a row of another table.</summary>
    /// <param name="expression">Spark SQL; a date.</param>
    /// <exception cref="InvalidOperationException">It is all of the table, or nothing.</exception>
    public string ConditionOver(string expression)
    {
        if (Values is not { Count: > 0 })
        {
            throw new InvalidOperationException("All of a table, and none of it, need no condition.");
        }

        var days = Values.OfType<DateOnly>().Order().ToList();
        List<string> parts = days.Count == 0 ? [] : [$"{expression} IN ({string.Join(", ", days.Select(Sql.Date))})"];
        return string.Join(" OR ", Values.Contains(null) ? parts.Append($"{expression} IS NULL") : parts);
    }
}
