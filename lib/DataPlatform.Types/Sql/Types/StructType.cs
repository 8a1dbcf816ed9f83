namespace Microsoft.Spark.Sql.Types;

/// <summary>Named fields in order: the schema of a data frame or a nested value. Value: <see cref="Row"/>.</summary>
public sealed record StructType : DataType
{
    private Dictionary<string, int>? _exactIndex;

    /// <summary>Makes a type of fields in order; the sequence is copied.</summary>
    public StructType(IEnumerable<StructField> fields) => Fields = [.. fields];

    /// <summary>The type without fields.</summary>
    public static StructType Empty { get; } = new([]);

    /// <summary>The fields in order. Not to be changed: types are values.</summary>
    public List<StructField> Fields { get; }

    /// <inheritdoc/>
    public override string TypeName => "struct";

    /// <inheritdoc/>
    public override string SimpleString => $"struct<{string.Join(",", Fields.Select(f => $"{f.Name}:{f.DataType.SimpleString}"))}>";

    /// <inheritdoc/>
    public override string Sql =>
        $"STRUCT<{string.Join(", ", Fields.Select(f => $"{DdlParser.QuoteIfNeeded(f.Name)}: {f.DataType.Sql}{(f.IsNullable ? "" : " NOT NULL")}"))}>";

    /// <summary>The fields as a column list that <see cref="FromDdl"/> reads: <c>a INT NOT NULL,b STRING</c>. Spark's <c>toDDL</c>.</summary>
    public string ToDdl() =>
        string.Join(",", Fields.Select(f => $"{DdlParser.QuoteIfNeeded(f.Name)} {f.DataType.Sql}{(f.IsNullable ? "" : " NOT NULL")}"));

    /// <summary>Reads a column list such as <c>a INT NOT NULL, b STRING</c>.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static new StructType FromDdl(string ddl) => DdlParser.ParseTableSchema(ddl);

    /// <summary>The position of the first field of exactly this name; -1 where there is none.</summary>
    public int IndexOf(string name)
    {
        var index = _exactIndex;
        if (index is null)
        {
            index = new Dictionary<string, int>(Fields.Count, StringComparer.Ordinal);
            for (var i = 0; i < Fields.Count; i++)
            {
                index.TryAdd(Fields[i].Name, i);
            }

            _exactIndex = index;
        }

        return index.GetValueOrDefault(name, -1);
    }

    /// <summary>The field of this name, case aside; null where there is none.</summary>
    public StructField? Find(string name)
    {
        var exact = IndexOf(name);
        return exact >= 0 ? Fields[exact] : Fields.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Equal in all fields, in order.</summary>
    public bool Equals(StructType? other) => other is not null && (ReferenceEquals(this, other) || Fields.SequenceEqual(other.Fields));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var field in Fields)
        {
            hash.Add(field);
        }

        return hash.ToHashCode();
    }
}
