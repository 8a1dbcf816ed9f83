namespace Specification;

/// <summary>The cases that an engine is asked here.</summary>
public static class Asked
{
    /// <summary>All of them; of an engine that is not here one line for them all, which is skipped.</summary>
    public static TheoryData<string> Of<TEngine>(IEnumerable<string> cases)
        where TEngine : IEngineUnderTest => TEngine.Missing is null ? [.. cases] : [$"all {cases.Count()} cases"];
}
