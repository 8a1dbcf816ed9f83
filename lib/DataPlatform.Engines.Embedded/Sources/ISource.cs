using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows from outside the plan. Sources compare by identity.</summary>
internal interface ISource
{
    /// <summary>The columns, in order.</summary>
    StructType Schema { get; }

    /// <summary>A column beside the schema's that only its name gives; null: none.</summary>
    StructField? HiddenField => null;

    /// <summary>Whether the rows are the program's own, which Spark computes on before it plans.</summary>
    bool IsLocal => false;

    /// <summary>URIs of the files read; none where there are none.</summary>
    IReadOnlyList<string> InputFiles { get; }

    /// <summary>
    /// A SELECT that gives the rows, its columns named as <see cref="Sql.SqlGenerator.NameOf"/> names the bindings (a column <c>none</c> where there are none),
    /// of the types that <see cref="Sql.DuckTypes"/> gives.
    /// </summary>
    /// <param name="filters">Conditions over the bindings that rows will be filtered by anyway; for leaving out files.</param>
    /// <param name="bindings">The plan's columns, one a schema column, in order; then the hidden one, where the plan names it.</param>
    string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings);
}
