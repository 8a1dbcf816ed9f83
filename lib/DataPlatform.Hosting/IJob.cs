namespace DataPlatform.Hosting;

/// <summary>A job: what runs when its name is submitted. Written once a project under <c>jobs/</c>; needs a constructor without parameters.</summary>
public interface IJob
{
    /// <summary>Does the work. Twice is safe: what a run that was killed left undone, the next one finishes.</summary>
    /// <param name="context">The session, the lake and what the run was asked to do.</param>
    /// <exception cref="DataPlatformException">The work could not be done; the exit code follows from the kind of error.</exception>
    void Run(JobContext context);
}
