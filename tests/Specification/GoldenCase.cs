namespace Specification;

/// <summary>One question and what Spark answers; README.md describes the columns.</summary>
public sealed record GoldenCase(string Family, string Name, string Sql, string Type, string Answer, IReadOnlyDictionary<string, string> Settings)
{
    public string FullName => $"{Family}/{Name}";

    public bool IsQuery => FirstWord is "SELECT" or "WITH" or "VALUES" or "FROM";

    public bool IsFile => FirstWord is "READ" or "WRITE";

    public bool IsError => Answer.StartsWith('!');

    public string Condition => Answer[1..];

    /// <summary>Whether the row order means anything: the outermost query ends in ORDER BY.</summary>
    public bool IsOrdered
    {
        get
        {
            var depth = 0;
            var outer = Sql.ToUpperInvariant().Where(character =>
            {
                depth += character switch { '(' => 1, ')' => -1, _ => 0 };
                return depth == 0;
            });
            return string.Concat(outer).Contains("ORDER BY", StringComparison.Ordinal);
        }
    }

    private string FirstWord => string.Concat(Sql.TakeWhile(character => char.IsAsciiLetter(character) || character == '_')).ToUpperInvariant();
}
