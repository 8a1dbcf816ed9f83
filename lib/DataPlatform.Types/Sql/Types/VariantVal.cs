namespace Microsoft.Spark.Sql.Types;

/// <summary>
/// Semi-structured data in the variant encoding that Spark and Parquet share: the value of a <see cref="VariantType"/> column.
/// Equal where both parts are the same bytes; one document has several encodings, so unequal values may still mean the same.
/// </summary>
public sealed class VariantVal : IEquatable<VariantVal>
{
    /// <summary>Makes a value of its two parts; the arrays are kept.</summary>
    public VariantVal(byte[] value, byte[] metadata)
    {
        Value = value ?? throw new ArgumentNullException(nameof(value));
        Metadata = metadata ?? throw new ArgumentNullException(nameof(metadata));
    }

    /// <summary>The encoded value. Not to be changed.</summary>
    public byte[] Value { get; }

    /// <summary>The dictionary of the field names that <see cref="Value"/> refers to. Not to be changed.</summary>
    public byte[] Metadata { get; }

    /// <inheritdoc/>
    public bool Equals(VariantVal? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value) && Metadata.AsSpan().SequenceEqual(other.Metadata);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VariantVal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Value);
        hash.AddBytes(Metadata);
        return hash.ToHashCode();
    }

    /// <summary>The two parts in hexadecimal digits; the encoding is for <c>to_json</c> or <c>variant_get</c> to read.</summary>
    public override string ToString() => $"VariantVal({Convert.ToHexString(Value)}, {Convert.ToHexString(Metadata)})";
}
