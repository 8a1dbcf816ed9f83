using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>A report as one line of JSON. Names are lower case with <c>_</c>; what is not known is absent.</summary>
internal static class RunReportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RunReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteRun(json, report);
            json.WriteStartArray("jobs");
            foreach (var job in report.Jobs)
            {
                WriteJob(json, job);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteRun(Utf8JsonWriter json, RunReport report)
    {
        json.WriteString("run_id", report.RunId);
        json.WriteString("job", report.Job);
        json.WriteString("engine", report.Engine);
        WriteKnown(json, "environment", report.Environment);
        WriteKnown(json, "logical_date", report.LogicalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("started_at", report.StartedAt.UtcDateTime);
        WriteSeconds(json, report.Seconds);
        json.WriteString("status", report.ExitCode == ExitCode.Done ? "succeeded" : "failed");
        json.WriteNumber("exit_code", (int)report.ExitCode);
        if (report.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
    }

    private static void WriteJob(Utf8JsonWriter json, JobReport job)
    {
        json.WriteStartObject();
        json.WriteString("job", job.Job);
        WriteSeconds(json, job.Seconds);
        json.WriteStartArray("tables");
        foreach (var table in job.Tables)
        {
            WriteTable(json, table);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, TableOutcome table)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Table);
        json.WriteString("operation", table.Operation);
        WriteKnown(json, "version", table.Version);
        WriteKnown(json, "rows_read", table.RowsRead);
        WriteKnown(json, "rows_written", table.RowsWritten);
        json.WriteNumber("rows_quarantined", table.RowsQuarantined);
        json.WriteNumber("rows_dropped", table.RowsDropped);
        WriteSeconds(json, table.Seconds);
        if (table.Expectations.Count > 0)
        {
            json.WriteStartArray("expectations");
            foreach (var result in table.Expectations)
            {
                json.WriteStartObject();
                json.WriteString("name", result.Expectation.Name);
                json.WriteString("action", result.Expectation.Action.ToString());
                json.WriteNumber("rows", result.Rows);
                json.WriteNumber("failed", result.Failed);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, double seconds) => json.WriteNumber("seconds", Math.Round(seconds, 3));

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
