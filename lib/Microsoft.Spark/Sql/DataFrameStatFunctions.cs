using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Statistical functions of a data frame. Those that give numbers are computed at once.</summary>
public sealed class DataFrameStatFunctions
{
    private readonly DataFrame _rows;

    internal DataFrameStatFunctions(DataFrame rows) => _rows = rows;

    /// <summary>
    /// Values of a numeric column at about the ranks that probabilities say, in their order: each is a value that occurs. Nulls and NaN are left out;
    /// empty where no value is left.
    /// </summary>
    /// <param name="columnName">The column.</param>
    /// <param name="probabilities">Which parts of the values are at most as great, 0 (the smallest) to 1 (the greatest).</param>
    /// <param name="relativeError">By how much of the number of values a rank may be off; 0 is exact.</param>
    /// <exception cref="ArgumentException">A probability or error outside its bounds.</exception>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public double[] ApproxQuantile(string columnName, IEnumerable<double> probabilities, double relativeError)
    {
        var wanted = probabilities.ToArray();
        if (wanted.Any(probability => !(probability is >= 0 and <= 1)) || !(relativeError >= 0))
        {
            throw new ArgumentException("Probabilities lie between 0 and 1, and the error is not negative.", nameof(probabilities));
        }

        if (wanted.Length == 0)
        {
            return [];
        }

        var value = Number(columnName, nameof(ApproxQuantile));
        var accuracy = (int)Math.Clamp(1 / relativeError, 1, int.MaxValue);
        var quantiles = Functions.PercentileApprox(value, Functions.Array([.. wanted.Select(p => Functions.Lit(p))]), Functions.Lit(accuracy));
        var row = _rows.Filter(value.IsNotNull() & !value.IsNaN()).Agg(quantiles).First();
        return row[0] is null ? [] : row.GetAs<double[]>(0);
    }

    /// <summary>
    /// The covariance of a sample, of two numeric columns; a null counts as 0, as in Spark, and fewer than two rows give 0. See
    /// <see cref="Functions.CovarSamp(Column, Column)"/> for pairs without nulls.
    /// </summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public double Cov(string colName1, string colName2) => OfBoth(Functions.CovarSamp, colName1, colName2, nameof(Cov)) ?? 0;

    /// <summary>
    /// Pearson's correlation of two numeric columns; a null counts as 0, as in Spark, and fewer than two rows give NaN. See
    /// <see cref="Functions.Corr(Column, Column)"/> for pairs without nulls.
    /// </summary>
    /// <exception cref="ArgumentException">Another method than <c>pearson</c>.</exception>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public double Corr(string colName1, string colName2, string method) => method == "pearson"
        ? OfBoth(Functions.Corr, colName1, colName2, nameof(Corr)) ?? double.NaN
        : throw new ArgumentException($"'{method}' is no method of correlation: there is 'pearson'.", nameof(method));

    /// <summary>As <see cref="Corr(string, string, string)"/>.</summary>
    public double Corr(string colName1, string colName2) => Corr(colName1, colName2, "pearson");

    /// <summary>
    /// How often each pair of values of two columns occurs: a row a value of the first (column <c>first_second</c>, string), a column a value of the
    /// second (bigint, 0 where no pair is).
    /// </summary>
    public DataFrame Crosstab(string colName1, string colName2) => _rows.With(new StatCrosstab(_rows.Plan, colName1, colName2));

    /// <summary>A random part of the rows, by strata; see <see cref="SampleBy{T}(Column, IDictionary{T, double}, long)"/>.</summary>
    public DataFrame SampleBy<T>(string columnName, IDictionary<T, double> fractions, long seed) => SampleBy(Functions.Col(columnName), fractions, seed);

    /// <summary>A random part of the rows, by strata, without replacement.</summary>
    /// <param name="column">What rows of one stratum share.</param>
    /// <param name="fractions">About how much of each stratum, 0 to 1; of one that is not there nothing.</param>
    /// <param name="seed">The same seed over the same rows gives the same part within an engine.</param>
    /// <exception cref="ArgumentException">A fraction outside its bounds.</exception>
    public DataFrame SampleBy<T>(Column column, IDictionary<T, double> fractions, long seed)
    {
        if (fractions.Values.Any(fraction => !(fraction is >= 0 and <= 1)))
        {
            throw new ArgumentException($"Fractions lie between 0 and 1; they are {string.Join(", ", fractions.Values)}.", nameof(fractions));
        }

        var fraction = fractions.Aggregate(
            (Column?)null,
            (branches, stratum) => branches is null
                ? Functions.When(column.EqNullSafe(stratum.Key), stratum.Value)
                : branches.When(column.EqNullSafe(stratum.Key), stratum.Value));
        return _rows.Filter(fraction is null ? Functions.Lit(false) : Functions.Rand(seed) < fraction.Otherwise(0.0));
    }

    private double? OfBoth(Func<Column, Column, Column> function, string first, string second, string name)
    {
        var statistic = function(Functions.Coalesce(Number(first, name), Functions.Lit(0.0)), Functions.Coalesce(Number(second, name), Functions.Lit(0.0)));
        return _rows.Agg(statistic).First().GetAs<double?>(0);
    }

    private Column Number(string name, string function) => _rows.Schema().Find(name) is { DataType: not NumericType } field
        ? throw SparkErrors.NotNumeric(name, field.DataType.SimpleString, function)
        : Functions.Col(name).Cast(new DoubleType());
}
