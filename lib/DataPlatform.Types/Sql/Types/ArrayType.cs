namespace Microsoft.Spark.Sql.Types;

/// <summary>A sequence of values of one type. Value: <see cref="object"/>[].</summary>
public sealed record ArrayType : DataType
{
    /// <summary>Makes the type.</summary>
    public ArrayType(DataType elementType, bool containsNull = true)
    {
        ElementType = elementType;
        ContainsNull = containsNull;
    }

    /// <summary>The elements' type.</summary>
    public DataType ElementType { get; init; }

    /// <summary>Whether an element may be null.</summary>
    public bool ContainsNull { get; init; }

    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"ARRAY<{ElementType.Sql}>";
}
