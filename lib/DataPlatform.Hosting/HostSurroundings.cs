namespace DataPlatform.Hosting;

/// <summary>What a submission touches of the process that it runs in.</summary>
/// <param name="Output">Standard output: the report and nothing else.</param>
/// <param name="Errors">Standard error: logs and what is for people.</param>
/// <param name="WorkingFolder">What relative folders in arguments are relative to.</param>
/// <param name="Variable">Gives an environment variable; null where it is not set.</param>
/// <param name="Clock">Tells the time.</param>
internal sealed record HostSurroundings(TextWriter Output, TextWriter Errors, string WorkingFolder, Func<string, string?> Variable, TimeProvider Clock)
{
    /// <summary>Whether standard error is a terminal, so that progress and colours are of use.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Ends the process at once with an exit code.</summary>
    public Action<int> Exit { get; init; } = Environment.Exit;

    /// <summary>Those of this process.</summary>
    public static HostSurroundings OfProcess() => new(Console.Out, Console.Error, Environment.CurrentDirectory, Environment.GetEnvironmentVariable, TimeProvider.System)
    {
        IsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"),
    };
}
