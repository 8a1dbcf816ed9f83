using System.Collections.Concurrent;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded;

/// <summary>Temporary views by name, in any case of letters.</summary>
internal sealed class TemporaryViews
{
    private readonly ConcurrentDictionary<string, LogicalPlan> _plans = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _plans.Keys;

    public LogicalPlan? Find(string name) => _plans.GetValueOrDefault(name);

    /// <exception cref="AnalysisException"><c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>.</exception>
    public void Create(string name, LogicalPlan plan, bool replace)
    {
        if (replace)
        {
            _plans[name] = plan;
        }
        else if (!_plans.TryAdd(name, plan))
        {
            throw new AnalysisException(
                "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a temporary view `{name}` already: replace it, or drop it first.", EmbeddedErrors.Of(("relationName", name)));
        }
    }

    /// <summary>Whether there was one.</summary>
    public bool Drop(string name) => _plans.TryRemove(name, out _);
}
