namespace DataPlatform.Plans;

/// <summary>What a cast does with a value that does not fit.</summary>
public enum CastMode
{
    /// <summary>It fails (<c>CAST_INVALID_INPUT</c>, <c>CAST_OVERFLOW</c>). Spark's default.</summary>
    Ansi,

    /// <summary>It gives null: <c>try_cast</c>.</summary>
    Try,

    /// <summary>There is none: the child is the text of a constant such as <c>TIMESTAMP'2024-01-01 10:00:00'</c>, whose form is known to be right. The result is never null.</summary>
    Constant,
}
