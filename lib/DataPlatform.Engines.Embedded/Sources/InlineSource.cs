using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>A few rows of the program, written into the query.</summary>
internal sealed class InlineSource(LocalRelation local) : ISource
{
    public StructType Schema => local.Schema;

    public bool IsLocal => true;

    public IReadOnlyList<string> InputFiles => [];

    public string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var names = bindings.Count == 0 ? ["none"] : bindings.Select(SqlGenerator.NameOf).ToList();
        if (local.Rows.Count == 0)
        {
            var nulls = names.Select((name, i) => $"{(bindings.Count == 0 ? "1" : Value(null, i))} AS {name}");
            return $"SELECT {string.Join(", ", nulls)} WHERE FALSE";
        }

        var rows = local.Rows.Select(row => bindings.Count == 0 ? "(1)" : $"({string.Join(", ", row.Select(Value))})");
        return $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS v({string.Join(", ", names)})";
    }

    // A constant's cast settles the column's type, which DuckDB would take from the first row.
    private string Value(object? value, int column)
    {
        var type = local.Schema.Fields[column].DataType;
        return $"CAST({LiteralSql.Write(value, type)} AS {DuckTypes.Of(type)})";
    }
}
