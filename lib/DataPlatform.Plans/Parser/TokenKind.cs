namespace DataPlatform.Plans;

/// <summary>What a piece of SQL text is.</summary>
internal enum TokenKind
{
    /// <summary>A name or keyword without quotes.</summary>
    Word,

    /// <summary>A name in back quotes.</summary>
    QuotedName,

    /// <summary>A string in single or double quotes.</summary>
    String,

    /// <summary>A number with its suffix.</summary>
    Number,

    /// <summary>An operator or a mark.</summary>
    Symbol,

    /// <summary>The end of the text.</summary>
    End,
}
