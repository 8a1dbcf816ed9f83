namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads a column of type void.</summary>
internal sealed class NullReader : ColumnReader
{
    /// <inheritdoc/>
    public override void ReadColumn(int start, ReadOnlySpan<object?[]> rows, int ordinal)
    {
        foreach (var row in rows)
        {
            row[ordinal] = null;
        }
    }

    /// <inheritdoc/>
    public override void ReadValues(int start, Span<object?> values) => values.Clear();
}
