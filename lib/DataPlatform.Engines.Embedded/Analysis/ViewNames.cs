using System.Collections.Immutable;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>The temporary views at one moment.</summary>
/// <param name="Own">The session's.</param>
/// <param name="Global">Those of <c>global_temp</c>.</param>
internal sealed record ViewNames(ImmutableDictionary<string, TemporaryView> Own, ImmutableDictionary<string, TemporaryView> Global)
{
    private const string GlobalTemp = "global_temp";

    /// <summary>The view that a name of one part means, or one of two parts with the database <c>global_temp</c>; null where none does.</summary>
    public TemporaryView? Find(IReadOnlyList<string> parts) => parts switch
    {
        [var name] => Own.GetValueOrDefault(name),
        [var database, var name] when string.Equals(database, GlobalTemp, StringComparison.OrdinalIgnoreCase) => Global.GetValueOrDefault(name),
        _ => null,
    };

    /// <summary>The same views with one more, or another under a name.</summary>
    public ViewNames With(string name, bool isGlobal, TemporaryView view) => isGlobal ? this with { Global = Global.SetItem(name, view) } : this with { Own = Own.SetItem(name, view) };
}
