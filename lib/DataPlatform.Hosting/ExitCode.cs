namespace DataPlatform.Hosting;

/// <summary>What a scheduler is told by a job's exit code.</summary>
public enum ExitCode
{
    /// <summary>Done, also where there was nothing to do.</summary>
    Done = 0,

    /// <summary>It failed, and would fail again: do not retry.</summary>
    Failed = 1,

    /// <summary>Delivered data was refused; nothing was written to the table in question.</summary>
    DataRefused = 2,

    /// <summary>Wrong usage or configuration: an option, a file, a folder, a job.</summary>
    Usage = 64,

    /// <summary>A passing hindrance (a lost race, a lost server, a cancelled run): retry.</summary>
    Transient = 75,
}
