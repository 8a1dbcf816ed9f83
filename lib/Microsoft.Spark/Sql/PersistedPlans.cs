using System.Collections.Concurrent;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Which plans a session asked its engine to keep, and at which level.</summary>
internal sealed class PersistedPlans
{
    private readonly ConcurrentDictionary<LogicalPlan, StorageLevel> _levels = new();

    public StorageLevel LevelOf(LogicalPlan plan) => _levels.GetValueOrDefault(plan, StorageLevel.NONE);

    public bool Add(LogicalPlan plan, StorageLevel level) => _levels.TryAdd(plan, level);

    public bool Remove(LogicalPlan plan) => _levels.TryRemove(plan, out _);

    public IReadOnlyList<LogicalPlan> RemoveAll()
    {
        var plans = _levels.Keys.ToList();
        _levels.Clear();
        return plans;
    }
}
