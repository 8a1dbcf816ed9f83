using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A relation that is settled, and what may be named of it.</summary>
/// <param name="Plan">The relation.</param>
/// <param name="Scope">Its columns in output order.</param>
internal sealed record Bound(BoundPlan Plan, Scope Scope)
{
    /// <summary>
    /// For a projection: what it was made of, from which ORDER BY and WHERE may still take columns that it leaves out. Null elsewhere.
    /// </summary>
    public Bound? Below { get; init; }

    public StructType Schema => new(Scope.Columns.Select(c => new StructField(c.Name, c.Column.Type, c.Column.IsNullable, c.Column.Metadata)));
}
