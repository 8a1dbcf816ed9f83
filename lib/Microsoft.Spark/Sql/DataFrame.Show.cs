using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>Writes the first rows to the console as a table, as Spark does: nulls as <c>NULL</c>, wide characters as two.</summary>
    /// <param name="numRows">How many at most.</param>
    /// <param name="truncate">Cells longer than this are cut, with <c>...</c>, and set right; 0: none is, and they are set left.</param>
    /// <param name="vertical">Whether each row is a block with a line a column.</param>
    public void Show(int numRows = 20, int truncate = 20, bool vertical = false) => Console.Out.WriteLine(ShowText(numRows, truncate, vertical));

    /// <summary>Writes the schema as a tree to the console.</summary>
    public void PrintSchema() => PrintSchema(0);

    /// <summary>Writes the schema as a tree to the console, nested values down to a level; 0 and less: all.</summary>
    public void PrintSchema(int level) => Console.Out.WriteLine(SchemaTree.Of(Schema(), level));

    /// <summary>Writes the plan to the console: the physical one, or the logical ones too.</summary>
    public void Explain(bool extended = false) => Explain(extended ? ExplainMode.Extended : ExplainMode.Simple);

    /// <summary>Writes the plan to the console.</summary>
    /// <param name="mode"><c>simple</c>, <c>extended</c>, <c>codegen</c>, <c>cost</c> or <c>formatted</c>; case does not count.</param>
    /// <exception cref="ArgumentException">Another mode.</exception>
    public void Explain(string mode) => Explain(Enum.TryParse<ExplainMode>(mode, ignoreCase: true, out var known) && char.IsAsciiLetter(mode[0])
        ? known
        : throw new ArgumentException($"'{mode}' is no explain mode: simple, extended, codegen, cost, formatted.", nameof(mode)));

    internal string ShowText(int numRows, int truncate, bool vertical)
    {
        var count = Math.Clamp(numRows, 0, int.MaxValue - 1);
        var schema = Schema();
        var rows = Rows(DisplayValues.Plan(With(new Limit(Plan, count + 1)).Plan, schema));
        var table = new ShowTable(schema, [.. rows.Take(count).Select(DisplayValues.Cells)], truncate);
        return (vertical ? table.Vertical() : table.Horizontal()) + table.Footer(vertical, hasMore: rows.Count > count);
    }

    private void Explain(ExplainMode mode) => Console.Out.WriteLine(Session.Engine.Explain(Plan, mode));
}
