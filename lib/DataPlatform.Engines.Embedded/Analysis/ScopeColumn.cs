namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A column that expressions may name, with the qualifiers it answers to (<c>t</c> of <c>t.a</c>; a table's database before it).</summary>
internal sealed record ScopeColumn(BoundColumn Column, ValueList<string> Qualifiers)
{
    /// <summary>Whether only a qualified name means it, as the key of the other side behind <c>USING</c>.</summary>
    public bool NeedsQualifier { get; init; }

    public string Name => Column.Name;
}
