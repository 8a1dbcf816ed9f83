using System.Collections.Immutable;

namespace DataPlatform.Plans;

/// <summary>The common tables in scope at a place; names are without case, later ones hide earlier ones.</summary>
internal sealed class CommonTables
{
    private readonly ImmutableDictionary<string, LogicalPlan> _plans;

    private CommonTables(ImmutableDictionary<string, LogicalPlan> plans) => _plans = plans;

    public static CommonTables None { get; } = new(ImmutableDictionary.Create<string, LogicalPlan>(StringComparer.OrdinalIgnoreCase));

    public CommonTables With(string name, LogicalPlan plan) => new(_plans.SetItem(name, plan));

    public LogicalPlan? Find(string name) => _plans.GetValueOrDefault(name);
}
