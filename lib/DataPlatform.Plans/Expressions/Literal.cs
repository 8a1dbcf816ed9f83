using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>A constant.</summary>
/// <param name="Value">The value, of the .NET type that <paramref name="Type"/> names; null is SQL's null.</param>
/// <param name="Type">Its type.</param>
public sealed record Literal(object? Value, DataType Type) : Expression
{
    /// <summary>The untyped null.</summary>
    public static Literal Null { get; } = new(null, new NullType());

    /// <summary>A constant whose type is that of the .NET value.</summary>
    /// <exception cref="ArgumentException">The .NET type has no Spark type.</exception>
    public static Literal Of(object? value) => LiteralValues.ToLiteral(value);

    /// <summary>Equal in type and value; arrays, maps and bytes by content.</summary>
    public bool Equals(Literal? other) => other is not null && Type == other.Type && LiteralValues.ValueEquals(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Value is null or System.Collections.IEnumerable and not string ? 0 : Value.GetHashCode());
}
