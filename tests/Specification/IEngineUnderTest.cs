namespace Specification;

/// <summary>What is known of an engine before it is started.</summary>
public interface IEngineUnderTest
{
    /// <summary>What must be installed for the engine to run here; null where nothing is missing.</summary>
    static abstract string? Missing { get; }
}
