namespace DataPlatform.Hosting;

/// <summary>Runs jobs: what a job's <c>Program.cs</c> calls.</summary>
public static class JobHost
{
    /// <summary>
    /// Runs a job with its arguments and gives the exit code. Within a submission of several jobs the job joins its session and report; alone
    /// (<c>dotnet Job.dll [arguments]</c>) it makes its own, with the root found upwards of the assembly.
    /// </summary>
    /// <typeparam name="TJob">The job.</typeparam>
    /// <param name="args">The job's arguments: see <see cref="JobOptions"/>.</param>
    /// <returns>An <see cref="ExitCode"/> as a number.</returns>
    public static int Run<TJob>(string[] args)
        where TJob : IJob, new()
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Submission.Current is { } submission)
        {
            submission.Join(new TJob());
            return (int)ExitCode.Done;
        }

        var name = typeof(TJob).Assembly.GetName().Name!;
        using var alone = new Submission(HostSurroundings.OfProcess());
        return (int)alone.Run(
            () => new SubmitOptions(PlatformRoot.Find(Environment.CurrentDirectory), name, args) { Name = name, Properties = [] },
            _ => [new SubmittedJob(name, () => alone.Join(new TJob()))]);
    }

    /// <summary>Submits a job as <c>spark-submit.sh</c> does: options, the job, its arguments.</summary>
    internal static ExitCode Submit(IReadOnlyList<string> arguments, HostSurroundings surroundings)
    {
        using var submission = new Submission(surroundings);
        return submission.Run(() => SubmitOptions.Parse(arguments, surroundings.WorkingFolder), options => JobAssembly.Find(options, surroundings.WorkingFolder));
    }

    /// <summary>
    /// Looks at a submission as far as that needs no session, before a Spark is started for it. Prints the properties of the environment that the submission leaves as
    /// they are, <c>KEY=VALUE</c> a line, for <c>spark-submit</c>; where something is wrong, the report of a failed run.
    /// </summary>
    internal static ExitCode Check(IReadOnlyList<string> arguments, HostSurroundings surroundings)
    {
        using var submission = new Submission(surroundings);
        return submission.Check(() => SubmitOptions.Parse(arguments, surroundings.WorkingFolder), options => JobAssembly.Find(options, surroundings.WorkingFolder));
    }
}
