namespace DataPlatform.Pipelines;

/// <summary>Files that a source delivers into a folder of its own below the landing folder.</summary>
/// <param name="Name">The name of the source and of its bronze table.</param>
/// <param name="Folder">Its folder, relative to the landing folder; folders in it count too.</param>
/// <param name="Format">What the files are made of. A name that ends in <c>.gz</c> is a gzipped file of that format.</param>
public sealed record FileSource(string Name, string Folder, FileFormat Format)
{
    /// <summary>Which file names count, with <c>*</c> and <c>?</c>. Names that begin with <c>.</c> or <c>_</c> never do.</summary>
    public string Files { get; init; } = "*";

    /// <summary>What a file says about keys that are not in it.</summary>
    public DeliveryKind Delivery { get; init; } = DeliveryKind.Partial;

    /// <summary>The columns that are expected.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; init; } = [];

    /// <summary>What happens to a column that is not among them.</summary>
    public NewColumnPolicy NewColumns { get; init; } = NewColumnPolicy.Fail;

    /// <summary>What happens to what does not fit.</summary>
    public MisfitPolicy Misfits { get; init; } = MisfitPolicy.Fail;

    /// <summary>The text that stands for a missing value, such as <c>NA</c>; null where there is none. Bronze keeps it.</summary>
    public string? MissingValue { get; init; }

    /// <summary>Options of Spark's reader of the format, such as <c>sep</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>A column's text as a value of its type: null where it is missing or is no such value. As Spark SQL.</summary>
    /// <param name="column">A column of this source.</param>
    public string Typed(SourceColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var present = Present(column);
        return column.Type == "string" ? present : $"try_cast({present} AS {column.Type})";
    }

    /// <summary>A column's text, null where it is missing. As Spark SQL.</summary>
    internal string Present(SourceColumn column) =>
        MissingValue is null ? Sql.Name(column.Name) : $"nullif({Sql.Name(column.Name)}, {Sql.Text(MissingValue)})";

    /// <summary>Whether a column's text is there and is no value of its type; null or false where it is not, or is one. As Spark SQL.</summary>
    internal string Misfit(SourceColumn column)
    {
        var name = Sql.Name(column.Name);
        var isThere = MissingValue is null ? $"{name} IS NOT NULL" : $"{name} <> {Sql.Text(MissingValue)}";
        return $"{isThere} AND try_cast({name} AS {column.Type}) IS NULL";
    }
}
