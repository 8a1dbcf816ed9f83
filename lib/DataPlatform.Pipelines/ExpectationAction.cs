namespace DataPlatform.Pipelines;

/// <summary>What happens to rows that fail an expectation.</summary>
public enum ExpectationAction
{
    /// <summary>They are kept and counted.</summary>
    Warn,

    /// <summary>They are left out and counted.</summary>
    Drop,

    /// <summary>They go to the quarantine table in place of the table.</summary>
    Quarantine,

    /// <summary>Nothing is written and the run ends with <see cref="DataRefusedException"/>.</summary>
    Fail,
}
