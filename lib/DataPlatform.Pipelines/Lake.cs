namespace DataPlatform.Pipelines;

/// <summary>The folders of a lake: one a layer, in each of them one a table.</summary>
/// <param name="Root">The lake's folder; relative to the working folder where it is not rooted.</param>
public sealed record Lake(string Root)
{
    /// <summary>Raw rows as they were delivered.</summary>
    /// <param name="name">The table's name within the layer.</param>
    public LakeTable Bronze(string name) => Table("bronze", name);

    /// <summary>Typed, deduplicated, conformed rows.</summary>
    /// <param name="name">The table's name within the layer.</param>
    public LakeTable Silver(string name) => Table("silver", name);

    /// <summary>Star schemas and marts.</summary>
    /// <param name="name">The table's name within the layer.</param>
    public LakeTable Gold(string name) => Table("gold", name);

    /// <summary>What the platform keeps on its own runs.</summary>
    /// <param name="name">The table's name within the layer.</param>
    public LakeTable Ops(string name) => Table("ops", name);

    /// <summary>The table with an identifier such as <c>silver/flights</c>.</summary>
    /// <exception cref="ArgumentException">The identifier is not a layer and a name.</exception>
    public LakeTable Find(string identifier)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        var parts = identifier.Split('/');
        return parts is [{ Length: > 0 } layer, { Length: > 0 } name]
            ? Table(layer, name)
            : throw new ArgumentException($"'{identifier}' is no table: a layer and a name are wanted, such as silver/flights.", nameof(identifier));
    }

    private LakeTable Table(string layer, string name) => new($"{layer}/{name}", Path.Combine(Root, layer, name));
}
