namespace DataPlatform.Plans;

/// <summary>Cuts SQL text into tokens as Spark does; white space and comments are dropped, hints are not.</summary>
internal sealed class Lexer
{
    // Longest first: the first that fits is taken.
    private static readonly string[] Symbols =
    [
        "/*+", ">>>", "<=>", ">>", "<<", "<>", "<=", ">=", "==", "!=", "!<", "!>", "||", "|>", "->", "=>", "::",
        "(", ")", "[", "]", "{", "}", ",", ".", ";", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "<", ">", "=", ":", "?", "@",
    ];

    private readonly string _text;
    private int _position;
    private bool _inHint;

    private Lexer(string text, int position)
    {
        _text = text;
        _position = position;
    }

    /// <summary>The tokens of a text from a position on; the last is the end.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c>, <c>UNCLOSED_BRACKETED_COMMENT</c>.</exception>
    public static List<Token> Tokenize(string text, int position = 0)
    {
        var lexer = new Lexer(text, position);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        SkipSpaceAndComments();
        if (_position >= _text.Length)
        {
            return new Token(TokenKind.End, "", _text.Length, _text.Length);
        }

        var start = _position;
        var c = _text[start];
        return c switch
        {
            '\'' or '"' => Quoted(start, c, TokenKind.String),
            '`' => Quoted(start, c, TokenKind.QuotedName),
            'r' or 'R' when At(start + 1) is '\'' or '"' => RawString(start),
            _ when char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(start + 1))) => NumberOrWord(start),
            _ when IsWordCharacter(c) || char.IsLetter(c) => Word(start),
            _ => Symbol(start),
        };
    }

    private Token Symbol(int start)
    {
        if (_inHint && _text.AsSpan(start).StartsWith("*/"))
        {
            _inHint = false;
            return Take(TokenKind.Symbol, start, start + 2);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(_text, start, symbol, 0, symbol.Length) == 0)
            {
                _inHint |= symbol == "/*+";
                return Take(TokenKind.Symbol, start, start + symbol.Length);
            }
        }

        throw ParseErrors.Syntax(_text, start, start + 1);
    }

    private Token Word(int start)
    {
        var end = start;
        while (end < _text.Length && (IsWordCharacter(_text[end]) || char.IsLetter(_text[end])))
        {
            end++;
        }

        return _text.AsSpan(start, end - start).ContainsAnyExceptInRange('\0', '\x7F')
            ? throw ParseErrors.InvalidIdentifier(_text, start, end)
            : Take(TokenKind.Word, start, end);
    }

    // A name may begin with digits (1st), so a number ends only where no letter, digit or underscore follows.
    private Token NumberOrWord(int start)
    {
        var end = NumberText.End(_text, start);
        return end > start ? Take(TokenKind.Number, start, end) : _text[start] == '.' ? Take(TokenKind.Symbol, start, start + 1) : Word(start);
    }

    private Token Quoted(int start, char quote, TokenKind kind)
    {
        var end = QuotedText.End(_text, start, backslashEscapes: kind == TokenKind.String);
        if (end < 0)
        {
            throw ParseErrors.Syntax(_text, start, start + 1, $"the {(kind == TokenKind.String ? "string" : "name")} that begins here has no closing {quote}");
        }

        _position = end;
        var content = _text[(start + 1)..(end - 1)];
        return new Token(kind, kind == TokenKind.String ? QuotedText.Unescape(content, quote) : content.Replace("``", "`", StringComparison.Ordinal), start, end);
    }

    private Token RawString(int start)
    {
        var end = _text.IndexOf(_text[start + 1], start + 2);
        if (end < 0)
        {
            throw ParseErrors.Syntax(_text, start, start + 2, "the string that begins here has no closing quote");
        }

        _position = end + 1;
        return new Token(TokenKind.String, _text[(start + 2)..end], start, _position);
    }

    private void SkipSpaceAndComments()
    {
        while (_position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }
            else if (_text.AsSpan(_position).StartsWith("--"))
            {
                SkipLine();
            }
            else if (_text.AsSpan(_position).StartsWith("/*") && At(_position + 2) != '+')
            {
                SkipBracketedComment();
            }
            else
            {
                return;
            }
        }
    }

    // A backslash at the end of the line goes on with the comment.
    private void SkipLine()
    {
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r'))
        {
            _position += _text[_position] == '\\' && At(_position + 1) == '\n' ? 2 : 1;
        }
    }

    private void SkipBracketedComment()
    {
        var start = _position;
        var depth = 0;
        do
        {
            if (_position + 1 >= _text.Length)
            {
                throw ParseErrors.UnclosedComment(_text, start);
            }

            var pair = _text.AsSpan(_position, 2);
            var step = pair is "/*" ? 1 : pair is "*/" ? -1 : 0;
            depth += step;
            _position += step == 0 ? 1 : 2;
        }
        while (depth > 0);
    }

    private Token Take(TokenKind kind, int start, int end)
    {
        _position = end;
        return new Token(kind, _text[start..end], start, end);
    }

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
