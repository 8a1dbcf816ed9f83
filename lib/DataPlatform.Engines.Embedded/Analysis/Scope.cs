
namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>What expressions over a relation may name: its columns, and which of them belong to which data frame.</summary>
internal sealed class Scope
{
    private readonly ILookup<string, ScopeColumn> _byName;

    public Scope(
        IEnumerable<ScopeColumn> columns,
        IReadOnlyDictionary<long, ValueList<ValueList<BoundColumn>>>? frames = null,
        ValueList<ScopeColumn>? hidden = null)
    {
        Columns = columns.ToValueList();
        Hidden = hidden ?? [];
        Frames = frames ?? new Dictionary<long, ValueList<ValueList<BoundColumn>>>();
        _byName = Columns.Concat(Hidden.Where(h => h.NeedsQualifier || !Columns.Any(c => c.Name.Equals(h.Name, StringComparison.OrdinalIgnoreCase)))).ToLookup(c => c.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static Scope Empty { get; } = new([]);

    /// <summary>The columns in order.</summary>
    public ValueList<ScopeColumn> Columns { get; }

    /// <summary>Columns that only their name gives: no bare star means them, and no projection passes them on.</summary>
    public ValueList<ScopeColumn> Hidden { get; }

    /// <summary>For each data frame at or below the relation its output, once a place where it stands.</summary>
    public IReadOnlyDictionary<long, ValueList<ValueList<BoundColumn>>> Frames { get; }

    /// <summary>Where the columns that are named are noted, in order, with what names them; null: nowhere.</summary>
    public ICollection<(ExpressionBinder Binder, BoundColumn Column)>? References { get; private init; }

    /// <summary>The same scope as what a subquery may name, noting what it does name.</summary>
    public Scope AsOuter(ICollection<(ExpressionBinder Binder, BoundColumn Column)> references) => new(Columns, Frames, Hidden) { References = references };

    /// <summary>The same data frames over other columns.</summary>
    public Scope WithColumns(IEnumerable<ScopeColumn> columns) => new(columns, Frames);

    /// <summary>The same columns under other qualifiers; those that need the one they had are gone.</summary>
    public Scope Qualified(ValueList<string> qualifiers) => new(
        Columns.Select(c => c with { Qualifiers = qualifiers }), Frames, Hidden.Where(c => !c.NeedsQualifier).Select(c => c with { Qualifiers = qualifiers }).ToValueList());

    /// <summary>The scope of a join: columns and data frames of both.</summary>
    public Scope Join(Scope right)
    {
        var frames = new Dictionary<long, ValueList<ValueList<BoundColumn>>>(Frames);
        foreach (var (id, outputs) in right.Frames)
        {
            frames[id] = frames.TryGetValue(id, out var own) ? own.Concat(outputs) : outputs;
        }

        return new Scope(Columns.Concat(right.Columns), frames, Hidden.Concat(right.Hidden));
    }

    /// <summary>The scope with one data frame more: the one that this relation is.</summary>
    public Scope Named(long? planId)
    {
        if (planId is not { } id)
        {
            return this;
        }

        ValueList<ValueList<BoundColumn>> output = [Columns.Map(c => c.Column)];
        return new Scope(Columns, new Dictionary<long, ValueList<ValueList<BoundColumn>>>(Frames) { [id] = output }, Hidden);
    }

    /// <summary>Columns that a name of several parts may mean, each with the number of parts it takes; the rest are fields inside.</summary>
    public IEnumerable<(ScopeColumn Column, int PartsTaken)> Find(IReadOnlyList<string> parts)
    {
        // The longest qualifier that fits wins, as in Spark: a.b is first column b of a, then field b of column a.
        for (var taken = Math.Min(parts.Count, 4); taken >= 1; taken--)
        {
            var count = taken;
            var found = _byName[parts[count - 1]].Where(c => (count > 1 || !c.NeedsQualifier) && Fits(c.Qualifiers, parts, count - 1)).ToList();
            if (found.Count > 0)
            {
                return found.Select(c => (c, count));
            }
        }

        return [];
    }

    /// <summary>Columns whose qualifiers end with the parts of a star's target; those that need it come first, as in Spark.</summary>
    public IEnumerable<ScopeColumn> QualifiedBy(IReadOnlyList<string> parts) => Hidden.Where(c => c.NeedsQualifier).Concat(Columns).Where(c => Fits(c.Qualifiers, parts, parts.Count));

    private static bool Fits(ValueList<string> qualifiers, IReadOnlyList<string> parts, int count)
    {
        if (count > qualifiers.Count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!string.Equals(qualifiers[qualifiers.Count - count + i], parts[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
