using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>Rows of a running query. They can be read once, and come as they are computed.</summary>
public sealed class QueryResult : IDisposable
{
    private readonly IDisposable? _source;

    /// <summary>Makes a result.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="rows">The rows; enumerated at most once.</param>
    /// <param name="source">What is released at the end; null: nothing.</param>
    public QueryResult(StructType schema, IEnumerable<Row> rows, IDisposable? source = null)
    {
        Schema = schema;
        Rows = rows;
        _source = source;
    }

    /// <summary>The columns.</summary>
    public StructType Schema { get; }

    /// <summary>The rows in the plan's order; enumerated at most once.</summary>
    public IEnumerable<Row> Rows { get; }

    /// <summary>Ends the query where it has not ended, and releases what it holds.</summary>
    public void Dispose() => _source?.Dispose();
}
