namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Where a function may stand.</summary>
internal enum FunctionKind
{
    /// <summary>Anywhere: one value a row.</summary>
    Scalar,

    /// <summary>In an aggregation, or over a window.</summary>
    Aggregate,

    /// <summary>Over a window only.</summary>
    Window,

    /// <summary>In a projection: any number of rows a row.</summary>
    Generator,
}
