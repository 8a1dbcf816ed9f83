using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>A table whose first column is text and whose others are right-aligned.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly StringBuilder _text = new($"| {string.Join(" | ", headings)} |\n|---{string.Concat(Enumerable.Repeat("|--:", headings.Length - 1))}|\n");

    public void Add(params ReadOnlySpan<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Times(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture) + " ×";

    public static string Megabytes(long bytes) => (bytes / (double)(1 << 20)).ToString("0", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();
}
