using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json.Linq;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A column of the input. <paramref name="Id"/> is unique in a plan, and names the column in generated SQL.</summary>
internal sealed record BoundColumn(int Id, string Name, DataType Type, bool IsNullable) : BoundExpression(Type, IsNullable)
{
    /// <summary>The field's metadata; null: none. No part of a column's identity.</summary>
    public JObject? Metadata { get; init; }

    /// <summary>The constant that the column is in every row, where that is known before rows are read (<see cref="Constants"/>); else null. No part of a column's identity.</summary>
    public BoundExpression? Constant { get; init; }

    /// <summary>Whether constants that may be null went into the column's values in some other way.</summary>
    public bool HoldsConstantNulls { get; init; }

    /// <summary>The same column where the other has its id.</summary>
    public bool Equals(BoundColumn? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id;
}
