namespace Microsoft.Spark.Sql.Types;

/// <summary>Values by key; a key is never null and stands once. Value: <see cref="Dictionary{TKey,TValue}"/> of objects, in the map's order.</summary>
/// <param name="KeyType">The keys' type; no map.</param>
/// <param name="ValueType">The values' type.</param>
/// <param name="ValueContainsNull">Whether a value may be null.</param>
public sealed record MapType(DataType KeyType, DataType ValueType, bool ValueContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "map";

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";

    /// <inheritdoc/>
    public override string Sql => $"MAP<{KeyType.Sql}, {ValueType.Sql}>";
}
