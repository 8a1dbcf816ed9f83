namespace DataPlatform.Pipelines;

/// <summary>What a source's files are made of.</summary>
public enum FileFormat
{
    /// <summary>Text with separated fields; the first line names the columns.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
