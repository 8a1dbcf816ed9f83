using System.Collections.Immutable;
using DataPlatform.Engines.Embedded.Analysis;

namespace DataPlatform.Engines.Embedded;

/// <summary>The temporary views of a session, or of <c>global_temp</c>, by name, in any case of letters.</summary>
internal sealed class TemporaryViews
{
    private ImmutableDictionary<string, TemporaryView> _views = ImmutableDictionary.Create<string, TemporaryView>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that there are at this moment.</summary>
    public ImmutableDictionary<string, TemporaryView> Current => Volatile.Read(ref _views);

    /// <exception cref="AnalysisException"><c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>.</exception>
    public void Create(string name, TemporaryView view, bool replace)
    {
        if (replace)
        {
            ImmutableInterlocked.AddOrUpdate(ref _views, name, view, (_, _) => view);
        }
        else if (!ImmutableInterlocked.TryAdd(ref _views, name, view))
        {
            throw new AnalysisException(
                "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a temporary view `{name}` already: replace it, or drop it first.", EmbeddedErrors.Of(("relationName", name)));
        }
    }

    /// <summary>Whether there was one.</summary>
    public bool Drop(string name) => ImmutableInterlocked.TryRemove(ref _views, name, out _);
}
