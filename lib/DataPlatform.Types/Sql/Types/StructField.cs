using Newtonsoft.Json.Linq;

namespace Microsoft.Spark.Sql.Types;

/// <summary>A named part of a <see cref="StructType"/>: a column of a table or a field of a nested value.</summary>
public sealed class StructField : IEquatable<StructField>
{
    /// <summary>Makes a field.</summary>
    /// <param name="name">The name; compared without case by Spark, kept as written.</param>
    /// <param name="dataType">The type.</param>
    /// <param name="isNullable">Whether a value may be null.</param>
    /// <param name="metadata">What else is known of it, such as <c>comment</c> or Delta's column mapping; null is none.</param>
    public StructField(string name, DataType dataType, bool isNullable = true, JObject? metadata = null)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        DataType = dataType ?? throw new ArgumentNullException(nameof(dataType));
        IsNullable = isNullable;
        Metadata = metadata is { Count: > 0 } ? metadata : null;
    }

    /// <summary>The name as written.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public DataType DataType { get; }

    /// <summary>Whether a value may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>What else is known of the field; null where nothing is. Not to be changed.</summary>
    public JObject? Metadata { get; }

    /// <summary>This field with another type, the rest unchanged.</summary>
    public StructField WithDataType(DataType dataType) => new(Name, dataType, IsNullable, Metadata);

    /// <summary>This field with another nullability, the rest unchanged.</summary>
    public StructField WithNullable(bool isNullable) => isNullable == IsNullable ? this : new(Name, DataType, isNullable, Metadata);

    /// <summary>Equal in name (case counts), type, nullability and metadata.</summary>
    public bool Equals(StructField? other) =>
        other is not null && Name == other.Name && IsNullable == other.IsNullable && DataType == other.DataType &&
        (Metadata is null ? other.Metadata is null : JToken.DeepEquals(Metadata, other.Metadata));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StructField);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DataType, IsNullable);

    /// <summary>The form of Spark's <c>StructField.toString</c>: name, type, nullability.</summary>
    public override string ToString() => $"StructField({Name},{DataType.SimpleString},{(IsNullable ? "true" : "false")})";
}
