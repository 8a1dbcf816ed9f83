namespace DataPlatform.Plans;

/// <summary>What is taken of a query inside an expression.</summary>
public enum SubqueryKind
{
    /// <summary>The one value of its one column and at most one row; null where there is no row.</summary>
    Scalar,

    /// <summary>Whether it has a row.</summary>
    Exists,

    /// <summary>Whether it has a given row.</summary>
    In,
}
