namespace Benchmarks;

/// <summary>One question about speed, with two contenders or more.</summary>
internal interface IScenario
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What is timed, what is not, for whoever reads the table.</summary>
    string Method { get; }

    /// <summary>What must be installed before it can run, and is not; null where nothing is missing.</summary>
    string? Missing => null;

    /// <summary>Measures.</summary>
    /// <param name="options">Scale and repeats.</param>
    /// <param name="folder">A folder of its own, deleted afterwards.</param>
    /// <exception cref="BenchmarkException">A contender failed, or two do not agree.</exception>
    MarkdownTable Run(BenchmarkOptions options, string folder);
}
