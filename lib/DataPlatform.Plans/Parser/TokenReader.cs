using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>The tokens of a text, read one after another with any look ahead.</summary>
internal sealed class TokenReader(string text)
{
    private List<Token> _tokens = Lexer.Tokenize(text);

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>The number of tokens read; may be set back.</summary>
    public int Position { get; set; }

    /// <summary>The next token, not taken.</summary>
    public Token Next => Peek(0);

    /// <summary>The token so far ahead, not taken; the end where there are not so many.</summary>
    public Token Peek(int ahead) => _tokens[Math.Clamp(Position + ahead, 0, _tokens.Count - 1)];

    public Token Take()
    {
        var token = Next;
        Position++;
        return token;
    }

    public bool AtWord(string keyword) => Next.IsWord(keyword);

    public bool AtSymbol(string symbol) => Next.IsSymbol(symbol);

    /// <summary>Whether the next tokens are these keywords.</summary>
    public bool AtWords(params ReadOnlySpan<string> keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (!Peek(i).IsWord(keywords[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes these keywords where all of them come next, else nothing.</summary>
    public bool TryWords(params ReadOnlySpan<string> keywords)
    {
        var fits = AtWords(keywords);
        Position += fits ? keywords.Length : 0;
        return fits;
    }

    public bool TrySymbol(string symbol)
    {
        var fits = AtSymbol(symbol);
        Position += fits ? 1 : 0;
        return fits;
    }

    public void TakeWords(params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (!TryWords(keyword))
            {
                throw Unexpected($"{keyword} is expected here");
            }
        }
    }

    public void TakeSymbol(string symbol)
    {
        if (!TrySymbol(symbol))
        {
            throw Unexpected($"'{symbol}' is expected here");
        }
    }

    /// <summary>A name, in back quotes or not; any keyword is one.</summary>
    public string TakeName() => Next.Kind is TokenKind.Word or TokenKind.QuotedName ? Take().Text : throw Unexpected("a name is expected here");

    public void TakeEnd()
    {
        if (Next.Kind != TokenKind.End)
        {
            throw Unexpected("the text should end here");
        }
    }

    /// <summary>Items with commas between them, one at least.</summary>
    public ValueList<T> TakeList<T>(Func<T> item)
    {
        var items = new List<T>();
        do
        {
            items.Add(item());
        }
        while (TrySymbol(","));
        return items.ToValueList();
    }

    /// <summary>Names with dots between them, as one text in which a part stands in back quotes where it must.</summary>
    public string TakeMultipartName() => string.Join('.', TakeNameParts().Select(DdlParser.QuoteIfNeeded));

    public ValueList<string> TakeNameParts()
    {
        var parts = new List<string>();
        do
        {
            parts.Add(TakeName());
        }
        while (TrySymbol("."));
        return parts.ToValueList();
    }

    /// <summary>A data type. It is read from the text itself, since tokens such as <c>&gt;&gt;</c> may hold the ends of two.</summary>
    public DataType TakeType()
    {
        if (Next.Kind is not (TokenKind.Word or TokenKind.QuotedName))
        {
            throw Unexpected("a type is expected here");
        }

        var position = Next.Start;
        var type = DdlParser.ParseDataTypeAt(text, ref position);
        while (Next.Kind != TokenKind.End && Next.End <= position)
        {
            Position++;
        }

        if (Next.Start < position)
        {
            _tokens = [.. _tokens[..Position], .. Lexer.Tokenize(text, position)];
        }

        return type;
    }

    public AnalysisException Unexpected(string? reason = null) => ParseErrors.Syntax(text, Next.Start, Next.End, reason);
}
