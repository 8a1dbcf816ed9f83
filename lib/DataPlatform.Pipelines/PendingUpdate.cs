namespace DataPlatform.Pipelines;

/// <summary>What is new for a table in the tables that it is made from. Made before the table is written; <see cref="Complete"/>d after.</summary>
public sealed class PendingUpdate
{
    private readonly RunContext _run;
    private readonly LakeTable _target;
    private readonly Dictionary<string, long> _inputs;
    private readonly Dictionary<string, IReadOnlyList<TableUpdate>> _news;
    private readonly long _sequence;

    private PendingUpdate(RunContext run, LakeTable target, IReadOnlyList<LakeTable> sources)
    {
        var last = run.Updates.Last(target);
        (_run, _target, _sequence) = (run, target, (last?.Sequence ?? 0) + 1);
        Since = last?.Inputs ?? new Dictionary<string, long>();
        _news = sources.ToDictionary(source => source.Identifier, source => run.Updates.After(source, SinceOf(source)));
        _inputs = sources.ToDictionary(source => source.Identifier, source => run.Updates.Last(source)?.Sequence ?? 0);
        IsFull = run.Settings.IsFullRefresh || last is null || _news.Values.SelectMany(updates => updates).Any(update => update.Changed is null) || !TableReader.Exists(run, target);
    }

    /// <summary>Whether the whole table is to be made: it is not there, a full refresh was asked for, or a source was made anew.</summary>
    public bool IsFull { get; }

    /// <summary>Whether nothing is new, so that the table stays as it is.</summary>
    public bool IsNothing => !IsFull && _news.Values.All(updates => updates.Count == 0);

    private IReadOnlyDictionary<string, long> Since { get; }

    /// <summary>What is new for a table in its sources.</summary>
    public static PendingUpdate Of(RunContext run, LakeTable target, params IReadOnlyList<LakeTable> sources)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(target);
        return new PendingUpdate(run, target, sources);
    }

    /// <summary>The sequence up to which, inclusive, the target has taken a source in; 0 where it has nothing of it.</summary>
    public long SinceOf(LakeTable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Since.GetValueOrDefault(source.Identifier);
    }

    /// <summary>The slices or keys of a source that changed since; in no order, each once. Not for a full update.</summary>
    public IReadOnlyList<string> ChangedIn(LakeTable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. _news[source.Identifier].SelectMany(update => update.Changed ?? []).Distinct()];
    }

    /// <summary>
    /// The slices to make again: all for a full update, else those that changed, and that of the logical date where one was asked for.
    /// </summary>
    /// <param name="column">The table's slice column; a date.</param>
    /// <param name="changed">Finds what changed; not called for a full update.</param>
    public Slices SlicesOf(string column, Func<IEnumerable<DateOnly?>> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return IsFull ? Slices.All(column) : Slices.Of(column, _run.Settings.LogicalDate is { } date ? changed().Append(date) : changed());
    }

    /// <summary>Notes that the table has taken its sources in.</summary>
    /// <param name="changed">The slices or keys whose rows changed; null where all may have.</param>
    public void Complete(IReadOnlyList<string>? changed) => _run.Updates.Add(new TableUpdate(_target.Identifier, _sequence, _inputs, changed));

    /// <summary>Records that the table stays as it is.</summary>
    public void Skip() => _run.Record(new TableOutcome(_target.Identifier, "unchanged"));
}
