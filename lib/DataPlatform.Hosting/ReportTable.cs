using System.Globalization;
using Spectre.Console;

namespace DataPlatform.Hosting;

/// <summary>A report for people: a row a table, then how the run ended.</summary>
internal static class ReportTable
{
    private const int LeastWidth = 120;

    private static readonly string[] Titles = ["table", "operation", "version", "rows read", "rows written", "quarantined", "seconds"];

    public static void Write(HostSurroundings surroundings, RunReport report)
    {
        List<string[]> rows = [.. report.Tables.Select(table => (string[])
        [
            table.Table, table.Operation, Number(table.Version), Number(table.RowsRead), Number(table.RowsWritten),
            Number(table.RowsRead is null ? null : table.RowsQuarantined), table.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
        ])];
        if (surroundings.IsTerminal)
        {
            WriteColoured(surroundings, rows);
        }
        else
        {
            WritePlain(surroundings.Errors, rows);
        }

        surroundings.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Job}: {(report.Error is null ? "done" : "failed")} in {report.Seconds:0.00} s (run {report.RunId})"));
    }

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    private static void WritePlain(TextWriter writer, List<string[]> rows)
    {
        var widths = Titles.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(Titles))
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        }
    }

    /// <summary>Colours are left out where <c>NO_COLOR</c> is set.</summary>
    private static void WriteColoured(HostSurroundings surroundings, List<string[]> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(surroundings.Errors),
            ColorSystem = string.IsNullOrEmpty(surroundings.Variable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });

        // A terminal that is narrower wraps lines; that reads better than a table that wraps words.
        console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (column, title) in Titles.Index())
        {
            table.AddColumn(title, settings => settings.Alignment(column < 2 ? Justify.Left : Justify.Right).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
