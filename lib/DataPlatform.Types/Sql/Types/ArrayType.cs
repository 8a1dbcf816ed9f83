namespace Microsoft.Spark.Sql.Types;

/// <summary>A sequence of values of one type. Value: <see cref="object"/>[].</summary>
/// <param name="ElementType">The elements' type.</param>
/// <param name="ContainsNull">Whether an element may be null.</param>
public sealed record ArrayType(DataType ElementType, bool ContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"ARRAY<{ElementType.Sql}>";
}
