namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A value read from JSON text.</summary>
internal abstract record JsonValue
{
    /// <summary><c>null</c>.</summary>
    public static JsonValue Null { get; } = new Word("null");

    /// <summary><c>null</c>, <c>true</c>, <c>false</c>, or a number that is none (<c>NaN</c>, <c>Infinity</c>).</summary>
    public sealed record Word(string Name) : JsonValue;

    /// <summary>A number as it is written.</summary>
    public sealed record Number(string Literal) : JsonValue
    {
        /// <summary>Whether it has neither a point nor an exponent.</summary>
        public bool IsWhole => Literal.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
    }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : JsonValue;

    /// <summary>Values in order.</summary>
    public sealed record Array(IReadOnlyList<JsonValue> Items) : JsonValue;

    /// <summary>Named values in order; a name may come twice.</summary>
    public sealed record Object(IReadOnlyList<KeyValuePair<string, JsonValue>> Fields) : JsonValue;
}
