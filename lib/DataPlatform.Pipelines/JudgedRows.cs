using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>
/// Rows that were judged by expectations before any of them is written. They are computed once and kept until this is disposed.
/// </summary>
public sealed class JudgedRows : IDisposable
{
    private const string FailedNames = "_failed_expectations";
    private const string Refused = "__refused";
    private const string Quarantined = "__quarantined";

    private readonly DataFrame _kept;

    private JudgedRows(DataFrame kept, IReadOnlyList<ExpectationResult> results, long count, long quarantined, long refused)
    {
        (_kept, Results, Count) = (kept, results, count);
        (QuarantinedCount, DroppedCount) = (quarantined, refused - quarantined);
    }

    /// <summary>How many rows there were.</summary>
    public long Count { get; }

    /// <summary>Rows that go to the quarantine table.</summary>
    public long QuarantinedCount { get; }

    /// <summary>Rows that an expectation drops and none quarantines.</summary>
    public long DroppedCount { get; }

    /// <summary>Rows that stay.</summary>
    public long AcceptedCount => Count - QuarantinedCount - DroppedCount;

    /// <summary>How each expectation turned out, in their order.</summary>
    public IReadOnlyList<ExpectationResult> Results { get; }

    /// <summary>The rows that stay, with their own columns.</summary>
    public DataFrame Accepted => (QuarantinedCount + DroppedCount > 0 ? _kept.Filter($"NOT {Refused}") : _kept).Drop(FailedNames, Refused, Quarantined);

    /// <summary>The rows for the quarantine table: their own columns and <c>_failed_expectations</c>, an array with the names of all that they fail.</summary>
    public DataFrame InQuarantine => _kept.Filter(Quarantined).Drop(Refused, Quarantined);

    /// <summary>Computes rows once, and judges them in the same pass.</summary>
    /// <param name="table">The table that they are for; named in errors.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="expectations">What is expected; may be none.</param>
    /// <exception cref="DataRefusedException"><c>EXPECTATION_FAILED</c>: rows fail an expectation of kind <see cref="ExpectationAction.Fail"/>.</exception>
    public static JudgedRows Judge(LakeTable table, DataFrame rows, IReadOnlyList<Expectation> expectations)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(expectations);
        var kept = rows
            .WithColumn(FailedNames, Functions.Expr(Names(expectations)))
            .WithColumn(Refused, Functions.Expr(AnyFails(expectations, ExpectationAction.Drop, ExpectationAction.Quarantine)))
            .WithColumn(Quarantined, Functions.Expr(AnyFails(expectations, ExpectationAction.Quarantine)))
            .Persist();
        try
        {
            return Tally(table, kept, expectations);
        }
        catch
        {
            kept.Unpersist();
            throw;
        }
    }

    /// <summary>Forgets the rows.</summary>
    public void Dispose() => _kept.Unpersist();

    private static JudgedRows Tally(LakeTable table, DataFrame kept, IReadOnlyList<Expectation> expectations)
    {
        Column[] failures = [.. expectations.Select((expectation, index) => CountOf($"array_contains({FailedNames}, {Sql.Text(expectation.Name)})").As($"failed_{index}"))];
        var counts = kept.Agg(Functions.Count(Functions.Lit(1)).As("rows"), [CountOf(Quarantined).As("quarantined"), CountOf(Refused).As("refused"), .. failures]).First();
        var count = counts.GetAs<long>("rows");
        var results = expectations.Select((expectation, index) => new ExpectationResult(expectation, count, counts.GetAs<long>($"failed_{index}"))).ToList();
        return results.Find(result => result is { Failed: > 0, Expectation.Action: ExpectationAction.Fail }) is { } failed
            ? throw PipelineErrors.ExpectationFailed(table, failed)
            : new JudgedRows(kept, results, count, counts.GetAs<long>("quarantined"), counts.GetAs<long>("refused"));
    }

    private static Column CountOf(string condition) => Functions.Expr($"count(CASE WHEN {condition} THEN 1 END)");

    private static string Fails(Expectation expectation) => $"NOT coalesce(({expectation.Condition}), false)";

    private static string Names(IReadOnlyList<Expectation> expectations) => expectations.Count == 0
        ? "CAST(array() AS ARRAY<STRING>)"
        : $"filter(array({string.Join(", ", expectations.Select(expectation => $"CASE WHEN {Fails(expectation)} THEN {Sql.Text(expectation.Name)} END"))}), name -> name IS NOT NULL)";

    private static string AnyFails(IReadOnlyList<Expectation> expectations, params ExpectationAction[] actions)
    {
        var conditions = expectations.Where(expectation => actions.Contains(expectation.Action)).Select(Fails).ToList();
        return conditions.Count == 0 ? "false" : $"({string.Join(") OR (", conditions)})";
    }
}
