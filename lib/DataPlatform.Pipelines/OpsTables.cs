using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>Appends to the tables that say what ran and what was checked.</summary>
public static class OpsTables
{
    private static readonly StructType RunSchema = StructType.FromDdl(
        """
        run_id STRING, job STRING, engine STRING, environment STRING, logical_date DATE, started_at TIMESTAMP, seconds DOUBLE, exit_code INT,
        error_code STRING, error_message STRING, report STRING
        """);

    private static readonly StructType ExpectationSchema = StructType.FromDdl(
        "run_id STRING, table STRING, expectation STRING, action STRING, condition STRING, rows BIGINT, failed BIGINT, judged_at TIMESTAMP");

    /// <summary>Adds a row to <c>ops/runs</c>; grain: a run.</summary>
    public static void AppendRun(RunContext run, RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        object?[] values =
        [
            record.RunId, record.Job, record.Engine, record.Environment, record.LogicalDate is { } day ? Instants.Of(day) : null, Instants.Of(record.StartedAt), record.Seconds,
            record.ExitCode, record.ErrorCode, record.ErrorMessage, record.Report,
        ];
        Append(run, "runs", [new GenericRow(values)], RunSchema);
    }

    /// <summary>Adds the results of all expectations of a run to <c>ops/expectations</c>; grain: a run, a table and an expectation.</summary>
    public static void AppendExpectations(RunContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<GenericRow> rows =
        [
            .. run.Outcomes.SelectMany(outcome => outcome.Expectations.Select(result => new GenericRow(
            [
                run.Settings.RunId, outcome.Table, result.Expectation.Name, result.Expectation.Action.ToString(), result.Expectation.Condition,
                result.Rows, result.Failed, Instants.Of(run.StartedAt),
            ]))),
        ];
        if (rows.Count > 0)
        {
            Append(run, "expectations", rows, ExpectationSchema);
        }
    }

    private static void Append(RunContext run, string table, List<GenericRow> rows, StructType schema) =>
        run.Spark.CreateDataFrame(rows, schema).Write().Format("delta").Mode(SaveMode.Append).Save(run.Lake.Ops(table).Path);
}
