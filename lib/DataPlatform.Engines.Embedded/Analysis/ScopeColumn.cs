namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A column that expressions may name, with the qualifiers it answers to (<c>t</c> of <c>t.a</c>; a table's database before it).</summary>
internal sealed record ScopeColumn(BoundColumn Column, ValueList<string> Qualifiers)
{
    public string Name => Column.Name;
}
