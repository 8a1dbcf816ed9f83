using System.Text;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Lays out cells as Spark's <c>show</c> does.</summary>
internal sealed class ShowTable
{
    private const int MinimumWidth = 3;

    private readonly string[] _names;
    private readonly IReadOnlyList<string[]> _rows;
    private readonly bool _toTheRight;

    public ShowTable(StructType schema, IReadOnlyList<string[]> rows, int truncate)
    {
        _names = [.. schema.Fields.Select(field => ControlCharacters.Escape(field.Name))];
        _rows = [.. rows.Select(row => row.Select(cell => Cut(ControlCharacters.Escape(cell), truncate)).ToArray())];
        _toTheRight = truncate > 0;
    }

    public string Horizontal()
    {
        var widths = _names.Select((name, i) => _rows.Select(row => Width(row[i])).Append(Width(name)).Append(MinimumWidth).Max()).ToArray();
        var line = Line(widths.Select(width => new string('-', width)), '+');
        var text = new StringBuilder(line).Append(Line(Padded(_names, widths), '|')).Append(line);
        foreach (var row in _rows)
        {
            text.Append(Line(Padded(row, widths), '|'));
        }

        return text.Append(line).ToString();
    }

    public string Vertical()
    {
        var nameWidth = _names.Select(Width).Append(MinimumWidth).Max();
        var cellWidth = _rows.SelectMany(row => row).Select(Width).Append(MinimumWidth).Max();
        var text = new StringBuilder();
        for (var i = 0; i < _rows.Count; i++)
        {
            text.Append($"-RECORD {i}".PadRight(nameWidth + cellWidth + 5, '-')).Append('\n');
            for (var j = 0; j < _names.Length; j++)
            {
                text.Append(' ').Append(Left(_names[j], nameWidth)).Append(" | ").Append(Left(_rows[i][j], cellWidth)).Append(" \n");
            }
        }

        return text.ToString();
    }

    public string Footer(bool vertical, bool hasMore)
    {
        if (vertical && _rows.Count == 0)
        {
            return "(0 rows)";
        }

        return hasMore ? $"only showing top {_rows.Count} {(_rows.Count == 1 ? "row" : "rows")}" : "";
    }

    private static string Cut(string cell, int truncate) =>
        truncate <= 0 || cell.Length <= truncate ? cell : truncate < 4 ? cell[..truncate] : $"{cell[..(truncate - 3)]}...";

    private static string Line(IEnumerable<string> parts, char edge) => $"{edge}{string.Join(edge, parts)}{edge}\n";

    private static string Left(string cell, int width) => cell + new string(' ', width - Width(cell));

    private static int Width(string text) => text.Length + text.Count(IsWide);

    // The characters that Spark counts as two cells.
    private static bool IsWide(char c) => c is
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or
        (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6');

    private IEnumerable<string> Padded(string[] cells, int[] widths) =>
        cells.Select((cell, i) => _toTheRight ? new string(' ', widths[i] - Width(cell)) + cell : Left(cell, widths[i]));
}
