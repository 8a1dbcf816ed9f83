namespace DataPlatform.Plans;

/// <summary>Which pairs of rows and which single rows a join keeps.</summary>
public enum JoinType
{
    /// <summary>Pairs that fulfil the condition.</summary>
    Inner,

    /// <summary>Every pair.</summary>
    Cross,

    /// <summary>Pairs, and left rows without a partner.</summary>
    LeftOuter,

    /// <summary>Pairs, and right rows without a partner.</summary>
    RightOuter,

    /// <summary>Pairs, and rows of both sides without a partner.</summary>
    FullOuter,

    /// <summary>Left rows with a partner, once each.</summary>
    LeftSemi,

    /// <summary>Left rows without a partner.</summary>
    LeftAnti,
}
