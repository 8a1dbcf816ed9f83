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

    /// <summary>
    /// In a projection: any number of rows a row. Its SQL form is a whole SELECT (without parentheses) that gives the generated columns in order, and may name the
    /// arguments; its result type is the struct of these columns. The generator puts it in <c>LATERAL (…)</c>; <c>_outer</c> forms are written as the plain ones.
    /// </summary>
    Generator,
}
