using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Functions for missing values: null, and NaN in numbers. Columns that are not there are an error when the data frame is used.</summary>
public sealed class DataFrameNaFunctions
{
    private readonly DataFrame _rows;

    internal DataFrameNaFunctions(DataFrame rows) => _rows = rows;

    /// <summary>Rows without a missing value.</summary>
    public DataFrame Drop() => Drop("any");

    /// <summary>Rows without a missing value (<c>any</c>), or with one that is there (<c>all</c>).</summary>
    /// <exception cref="ArgumentException">Another word.</exception>
    public DataFrame Drop(string how) => Dropped(MinNonNulls(how), []);

    /// <summary>Rows without a missing value in some columns.</summary>
    public DataFrame Drop(IEnumerable<string> columnNames) => Drop("any", columnNames);

    /// <summary>As <see cref="Drop(string)"/>, looking at some columns.</summary>
    /// <exception cref="ArgumentException">Another word than <c>any</c> or <c>all</c>.</exception>
    public DataFrame Drop(string how, IEnumerable<string> columnNames) => DroppedIn(columnNames, MinNonNulls(how));

    /// <summary>Rows with at least so many values that are there.</summary>
    public DataFrame Drop(int minNonNulls) => Dropped(minNonNulls, []);

    /// <summary>Rows with at least so many values that are there in some columns.</summary>
    public DataFrame Drop(int minNonNulls, IEnumerable<string> columnNames) => DroppedIn(columnNames, minNonNulls);

    /// <summary>Missing values of all numeric columns replaced; the number is cast to the column's type.</summary>
    public DataFrame Fill(long value) => Filled([], value);

    /// <summary>Missing values of all numeric columns replaced; the number is cast to the column's type.</summary>
    public DataFrame Fill(double value) => Filled([], value);

    /// <summary>Nulls of all string columns replaced.</summary>
    public DataFrame Fill(string value) => Filled([], value);

    /// <summary>Nulls of all boolean columns replaced.</summary>
    public DataFrame Fill(bool value) => Filled([], value);

    /// <summary>Missing values of some columns replaced, where they are numeric.</summary>
    public DataFrame Fill(long value, IEnumerable<string> columnNames) => InColumns(columnNames, names => Filled(names, value));

    /// <summary>Missing values of some columns replaced, where they are numeric.</summary>
    public DataFrame Fill(double value, IEnumerable<string> columnNames) => InColumns(columnNames, names => Filled(names, value));

    /// <summary>Nulls of some columns replaced, where they are strings.</summary>
    public DataFrame Fill(string value, IEnumerable<string> columnNames) => InColumns(columnNames, names => Filled(names, value));

    /// <summary>Nulls of some columns replaced, where they are boolean.</summary>
    public DataFrame Fill(bool value, IEnumerable<string> columnNames) => InColumns(columnNames, names => Filled(names, value));

    /// <summary>Missing values replaced, each column's by its own value, which is cast to its type.</summary>
    public DataFrame Fill(IDictionary<string, int> valueMap) => FilledEach(valueMap);

    /// <summary>Missing values replaced, each column's by its own value, which is cast to its type.</summary>
    public DataFrame Fill(IDictionary<string, long> valueMap) => FilledEach(valueMap);

    /// <summary>Missing values replaced, each column's by its own value, which is cast to its type.</summary>
    public DataFrame Fill(IDictionary<string, double> valueMap) => FilledEach(valueMap);

    /// <summary>Missing values replaced, each column's by its own value, which is cast to its type.</summary>
    public DataFrame Fill(IDictionary<string, string> valueMap) => FilledEach(valueMap);

    /// <summary>Missing values replaced, each column's by its own value, which is cast to its type.</summary>
    public DataFrame Fill(IDictionary<string, bool> valueMap) => FilledEach(valueMap);

    /// <summary>Numbers of a column (<c>*</c>: of all numeric ones) replaced by others.</summary>
    public DataFrame Replace(string columnName, IDictionary<double, double> replacement) => Replaced(columnName, replacement);

    /// <summary>Booleans of a column (<c>*</c>: of all boolean ones) replaced by others.</summary>
    public DataFrame Replace(string columnName, IDictionary<bool, bool> replacement) => Replaced(columnName, replacement);

    /// <summary>Texts of a column (<c>*</c>: of all string ones) replaced by others, or by null.</summary>
    public DataFrame Replace(string columnName, IDictionary<string, string> replacement) => Replaced(columnName, replacement);

    /// <summary>Numbers of some columns replaced by others.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<double, double> replacement) =>
        InColumns(columnNames, names => Replaced(names, replacement));

    /// <summary>Booleans of some columns replaced by others.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<bool, bool> replacement) => InColumns(columnNames, names => Replaced(names, replacement));

    /// <summary>Texts of some columns replaced by others, or by null.</summary>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<string, string> replacement) =>
        InColumns(columnNames, names => Replaced(names, replacement));

    private static int? MinNonNulls(string how) => how.ToLowerInvariant() switch
    {
        "any" => null,
        "all" => 1,
        _ => throw new ArgumentException($"'{how}' is neither 'any' nor 'all'.", nameof(how)),
    };

    // A plan's empty list means all columns; a caller's means none, which changes nothing.
    private DataFrame InColumns(IEnumerable<string> columnNames, Func<ValueList<string>, DataFrame> make) =>
        columnNames.ToValueList() is { Count: > 0 } names ? make(names) : _rows;

    private DataFrame DroppedIn(IEnumerable<string> columnNames, int? minNonNulls)
    {
        var names = columnNames.ToValueList();
        return names.Count > 0 ? Dropped(minNonNulls, names) : minNonNulls > 0 ? _rows.Filter(Functions.Lit(false)) : _rows;
    }

    private DataFrame Dropped(int? minNonNulls, ValueList<string> names) => _rows.With(new NADrop(_rows.Plan, names, minNonNulls));

    private DataFrame Filled(ValueList<string> names, object value) => _rows.With(new NAFill(_rows.Plan, names, [Literal.Of(value)]));

    private DataFrame FilledEach<T>(IDictionary<string, T> values) => values.Count == 0
        ? _rows
        : _rows.With(new NAFill(_rows.Plan, [.. values.Keys], [.. values.Values.Select(value => Literal.Of(value))]));

    private DataFrame Replaced<T>(string name, IDictionary<T, T> replacement) => Replaced(name == "*" ? ValueList<string>.Empty : [name], replacement);

    private DataFrame Replaced<T>(ValueList<string> names, IDictionary<T, T> replacement) => replacement.Count == 0
        ? _rows
        : _rows.With(new NAReplace(_rows.Plan, names, [.. replacement.Select(pair => KeyValuePair.Create(Literal.Of(pair.Key), Literal.Of(pair.Value)))]));
}
