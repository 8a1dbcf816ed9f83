namespace DataPlatform.Delta;

/// <summary>What is known of one leaf column of a new file.</summary>
/// <param name="Column">Names from the outside in; case aside.</param>
/// <param name="Min">The least value that is not null, of the column's .NET type (see each data type); null where unknown or where all are null.</param>
/// <param name="Max">The greatest value that is not null.</param>
/// <param name="NullCount">Rows in which the column is null, be it through a null parent; null where unknown.</param>
/// <param name="HasNaN">Whether a NaN may be among the values: then no bounds are written.</param>
public sealed record ColumnStatistics(ValueList<string> Column, object? Min, object? Max, long? NullCount, bool HasNaN = false);
