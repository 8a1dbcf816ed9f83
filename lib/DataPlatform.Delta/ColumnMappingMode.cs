namespace DataPlatform.Delta;

/// <summary>How columns are found in data files (<c>delta.columnMapping.mode</c>).</summary>
public enum ColumnMappingMode
{
    /// <summary>By their names.</summary>
    None,

    /// <summary>By names of their own, which renaming a column does not change.</summary>
    Name,

    /// <summary>By the field ids that the data files carry.</summary>
    Id,
}
