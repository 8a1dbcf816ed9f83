namespace DataPlatform.Plans;

/// <summary>What a cast does with a value that does not fit.</summary>
public enum CastMode
{
    /// <summary>It fails (<c>CAST_INVALID_INPUT</c>, <c>CAST_OVERFLOW</c>). Spark's default.</summary>
    Ansi,

    /// <summary>It gives null: <c>try_cast</c>.</summary>
    Try,
}
