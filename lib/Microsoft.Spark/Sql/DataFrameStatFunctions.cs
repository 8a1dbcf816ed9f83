using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Statistical functions of a data frame.</summary>
public sealed class DataFrameStatFunctions
{
    private readonly DataFrame _rows;

    internal DataFrameStatFunctions(DataFrame rows) => _rows = rows;

    /// <summary>
    /// How often each pair of values of two columns occurs: a row a value of the first (column <c>first_second</c>, string), a column a value of the second (bigint, 0 where no pair is).
    /// </summary>
    public DataFrame Crosstab(string colName1, string colName2) => _rows.With(new StatCrosstab(_rows.Plan, colName1, colName2));
}
