namespace Benchmarks;

/// <summary>One way to do the work of a scenario.</summary>
internal interface IContender
{
    /// <summary>Puts into an empty output folder what a run is to find there; not timed.</summary>
    void Arrange(string input, string output);

    /// <summary>The work; timed.</summary>
    void Run(string input, string output);

    /// <summary>Numbers about what a run wrote, which all contenders must agree on; not timed.</summary>
    Dictionary<string, long> Check(string output);
}
