namespace DataPlatform.Plans;

/// <summary>A Delta table by path or by name; exactly one of both is there.</summary>
public sealed record TableReference
{
    private TableReference(string? path, string? name)
    {
        Path = path;
        Name = name;
    }

    /// <summary>The folder of the table; null where it is named.</summary>
    public string? Path { get; }

    /// <summary>The table's name as in SQL text; null where a path is given.</summary>
    public string? Name { get; }

    /// <summary>The table in a folder.</summary>
    public static TableReference ForPath(string path) => new(path ?? throw new ArgumentNullException(nameof(path)), null);

    /// <summary>The table of a name; <c>delta.`path`</c> is the table in a folder.</summary>
    public static TableReference ForName(string name) => new(null, name ?? throw new ArgumentNullException(nameof(name)));

    /// <summary>The path or name.</summary>
    public override string ToString() => Path is null ? Name! : $"delta.`{Path}`";
}
