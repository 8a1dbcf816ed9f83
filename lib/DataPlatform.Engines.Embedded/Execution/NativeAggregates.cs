using System.Collections.Frozen;
using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>All aggregates of ours in DuckDB, by name.</summary>
internal static class NativeAggregates
{
    private static readonly FrozenDictionary<string, NativeAggregate> ByName =
        MomentNatives.All.Concat(RegressionNatives.All).ToFrozenDictionary(aggregate => aggregate.Name, StringComparer.Ordinal);

    /// <summary>The aggregate of a name; null where there is none.</summary>
    public static NativeAggregate? Find(string name) => ByName.GetValueOrDefault(name);
}
