namespace Microsoft.Spark.Sql;

/// <summary>What a write does where data is there.</summary>
public enum SaveMode
{
    /// <summary>The rows are added.</summary>
    Append,

    /// <summary>The rows take the place of what is there.</summary>
    Overwrite,

    /// <summary>The write fails.</summary>
    ErrorIfExists,

    /// <summary>Nothing is written, and nothing is said.</summary>
    Ignore,
}
