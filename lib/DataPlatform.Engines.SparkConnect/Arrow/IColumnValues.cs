namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>The values of an opened column, nulls aside.</summary>
internal interface IColumnValues
{
    /// <summary>The value at a position that holds one.</summary>
    object At(int index);
}
