using System.Collections.Frozen;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions that Spark has and this engine refuses by name, each with the reason: <em>ours to do</em>, or <em>never, because …</em>.</summary>
internal static class FunctionGaps
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["java_method"] = "never, because there is no JVM in process",
        ["reflect"] = "never, because there is no JVM in process",
        ["try_reflect"] = "never, because there is no JVM in process",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the engine does not have a function of Spark's; null where it has it, or Spark has not.</summary>
    public static string? ReasonFor(string name) => Reasons.GetValueOrDefault(name);
}
