namespace Benchmarks;

/// <summary>Runs scenarios one after another and prints what they measured as Markdown.</summary>
internal static class Runner
{
    private const int Usage = 64;

    private static readonly IReadOnlyList<IScenario> Scenarios =
        [new PipelineScenario(), new NothingNewScenario(), new SmallFilesScenario(), new MergeScenario(), new SparkPipelineScenario(), new SparkClientScenario()];

    /// <summary>Runs the scenarios that the arguments name, or all for which there is what they need. Exit code 1 where a case failed to run or two contenders did not agree.</summary>
    public static int Run(string[] arguments)
    {
        if (!BenchmarkOptions.TryParse(arguments, [.. Scenarios.Select(scenario => scenario.Name)], out var options, out var problem))
        {
            Console.Error.WriteLine($"{problem}{Environment.NewLine}Usage: micro | [{string.Join(" | ", Scenarios.Select(scenario => scenario.Name))}]... [--scale DIVISOR] [--repeats N] [--processes N] [--folder DIR]");
            return Usage;
        }

        Console.WriteLine(Machine.Describe());
        var failed = 0;
        foreach (var scenario in Scenarios.Where(scenario => options.Scenarios.Count == 0 || options.Scenarios.Contains(scenario.Name)))
        {
            if (scenario.Missing is { } missing)
            {
                Console.Error.WriteLine($"{scenario.Name} is left out: {missing}");
                failed += options.Scenarios.Count == 0 ? 0 : 1;
                continue;
            }

            failed += TryRun(scenario, options) ? 0 : 1;
        }

        return failed == 0 ? 0 : 1;
    }

    private static bool TryRun(IScenario scenario, BenchmarkOptions options)
    {
        using var folder = new WorkFolder(options.Folder, scenario.Name);
        try
        {
            var table = scenario.Run(options, folder.Path);
            Console.WriteLine($"{Environment.NewLine}## {scenario.Name}{Environment.NewLine}{Environment.NewLine}{scenario.Method}{Environment.NewLine}{Environment.NewLine}{table}");
            return true;
        }
        catch (Exception exception) when (exception is BenchmarkException or IOException)
        {
            // The other scenarios are still worth their time; the exit code tells of this one.
            Console.Error.WriteLine($"{scenario.Name} failed: {exception.Message}");
            return false;
        }
    }
}
