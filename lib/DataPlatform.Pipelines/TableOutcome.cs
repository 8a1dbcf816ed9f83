namespace DataPlatform.Pipelines;

/// <summary>What a run did to one table.</summary>
/// <param name="Table">The table's identifier, such as <c>silver/flights</c>.</param>
/// <param name="Operation">What was done: <c>created</c>, <c>appended</c>, <c>replaced</c>, <c>merged</c>, or <c>unchanged</c> where nothing was new.</param>
public sealed record TableOutcome(string Table, string Operation)
{
    /// <summary>The table's version afterwards; null where it was not written.</summary>
    public long? Version { get; init; }

    /// <summary>Rows that came in; null where they were not counted.</summary>
    public long? RowsRead { get; init; }

    /// <summary>Rows that this run put into the table; null where they were not counted.</summary>
    public long? RowsWritten { get; init; }

    /// <summary>Rows that went to the quarantine table.</summary>
    public long RowsQuarantined { get; init; }

    /// <summary>Rows that an expectation dropped.</summary>
    public long RowsDropped { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What was expected of the rows, and how many did not meet it.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];
}
