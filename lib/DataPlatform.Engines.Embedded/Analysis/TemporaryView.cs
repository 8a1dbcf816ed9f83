using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>What the name of a temporary view stands for.</summary>
/// <param name="Plan">The data frame, or the query of <c>CREATE VIEW</c>.</param>
/// <param name="TimeZone">The session time zone in which it was made, and in which it is settled wherever it is read.</param>
internal sealed record TemporaryView(LogicalPlan Plan, string TimeZone)
{
    /// <summary>For a data frame: the views that there were when it was named, by which it is settled; null for a text, which goes by those of its reader.</summary>
    public ViewNames? Views { get; init; }

    /// <summary>For a text: the columns that it had when it was made, which it keeps; null for a data frame.</summary>
    public TextColumns? Text { get; init; }
}
