namespace Microsoft.Spark.Sql.Types;

/// <summary>Values by key; a key is never null and stands once. Value: <see cref="Dictionary{TKey,TValue}"/> of objects, in the map's order.</summary>
public sealed record MapType : DataType
{
    /// <summary>Makes the type.</summary>
    public MapType(DataType keyType, DataType valueType, bool valueContainsNull = true)
    {
        KeyType = keyType;
        ValueType = valueType;
        ValueContainsNull = valueContainsNull;
    }

    /// <summary>The keys' type; no map.</summary>
    public DataType KeyType { get; init; }

    /// <summary>The values' type.</summary>
    public DataType ValueType { get; init; }

    /// <summary>Whether a value may be null.</summary>
    public bool ValueContainsNull { get; init; }

    /// <inheritdoc/>
    public override string TypeName => "map";

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"MAP<{KeyType.Sql}, {ValueType.Sql}>";
}
