using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows kept in a table of the session's DuckDB, whose columns are <c>c0</c>, <c>c1</c>, … in the schema's order.</summary>
internal sealed class TableSource(string table, StructType schema, bool isLocal) : ISource
{
    public string Table { get; } = table;

    public StructType Schema { get; } = schema;

    public bool IsLocal => isLocal;

    public IReadOnlyList<string> InputFiles => [];

    public string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var columns = bindings.Select((c, i) => $"c{i} AS {SqlGenerator.NameOf(c)}");
        return $"SELECT {string.Join(", ", columns)} FROM {SqlText.Name(Table)}";
    }
}
