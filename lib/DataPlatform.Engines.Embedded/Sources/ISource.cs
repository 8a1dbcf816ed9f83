using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows from outside the plan. Sources compare by identity.</summary>
internal interface ISource
{
    /// <summary>The columns, in order.</summary>
    StructType Schema { get; }

    /// <summary>
    /// The rows as something that may stand in FROM, in parentheses where needed, with columns named as the schema's, of the types that <see cref="Sql.DuckTypes"/> gives.
    /// </summary>
    /// <param name="columns">Positions of the columns read, in order; others need not be there.</param>
    /// <param name="filters">Conditions that rows will be filtered by anyway, over <paramref name="bindings"/>; for leaving out files.</param>
    /// <param name="bindings">The plan's columns, one a schema column.</param>
    string ToSql(IReadOnlyList<int> columns, IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings);

    /// <summary>URIs of the files read; none where there are none.</summary>
    IReadOnlyList<string> InputFiles { get; }
}
