namespace DataPlatform.Hosting;

/// <summary>A job of a submission.</summary>
/// <param name="Name">What reports call it: the name of its folder or assembly.</param>
/// <param name="Start">Calls its program, which joins the submission.</param>
internal sealed record SubmittedJob(string Name, Action Start);
