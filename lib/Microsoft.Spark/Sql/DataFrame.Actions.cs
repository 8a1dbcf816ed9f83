using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>All rows, computed at once and held in memory; in order where the data frame has one.</summary>
    /// <exception cref="DataPlatform.DataPlatformException">The plan cannot be resolved, or reading or computing failed.</exception>
    public IEnumerable<Row> Collect() => Rows(Plan);

    /// <summary>All rows as they are computed. The query runs anew for each enumeration, and ends when that ends.</summary>
    public IEnumerable<Row> ToLocalIterator()
    {
        using var result = Session.Engine.Execute(Plan);
        foreach (var row in result.Rows)
        {
            yield return row;
        }
    }

    /// <summary>As <see cref="ToLocalIterator()"/>; Spark may compute the next partition ahead, which changes no row.</summary>
    public IEnumerable<Row> ToLocalIterator(bool prefetchPartitions)
    {
        _ = prefetchPartitions;
        return ToLocalIterator();
    }

    /// <summary>The first rows, as many as there are up to a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public IEnumerable<Row> Take(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Rows(new Limit(Plan, n));
    }

    /// <summary>As <see cref="Take"/>.</summary>
    public IEnumerable<Row> Head(int n) => Take(n);

    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Row Head() => Take(1).FirstOrDefault() ?? throw SparkErrors.NoRow();

    /// <summary>As <see cref="Head()"/>.</summary>
    public Row First() => Head();

    /// <summary>The last rows, in their order, as many as there are up to a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public IEnumerable<Row> Tail(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Rows(new Tail(Plan, n));
    }

    /// <summary>The number of rows.</summary>
    public long Count() => Rows(GroupBy().Count().Plan)[0].GetAs<long>(0);

    /// <summary>Whether there is no row; one is computed to know.</summary>
    public bool IsEmpty() => Rows(new Limit(Plan, 1)).Count == 0;

    /// <summary>One column <c>value</c> (string): each row as a JSON object without its null fields.</summary>
    public DataFrame ToJSON() => Select(Functions.ToJson(Functions.Struct(Col("*"))).As("value"));

    private List<Row> Rows(LogicalPlan plan)
    {
        using var result = Session.Engine.Execute(plan);
        return [.. result.Rows];
    }
}
