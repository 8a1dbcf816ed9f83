using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class Column
{
    /// <summary>Whether the text fits an SQL pattern: <c>%</c> any characters, <c>_</c> one, backslash escapes.</summary>
    public Column Like(string literal) => Binary("like", literal);

    /// <summary>As <see cref="Like"/>, without case. Not in Microsoft.Spark.</summary>
    public Column ILike(string literal) => Binary("ilike", literal);

    /// <summary>Whether a Java regular expression is found in the text.</summary>
    public Column RLike(string literal) => Binary("rlike", literal);

    /// <summary>Characters of the text (bytes of binary) from a position, from 1 (negative: from the end), so many.</summary>
    public Column SubStr(Column startPos, Column len) => Call("substr", this, startPos, len);

    /// <summary>As <see cref="SubStr(Column, Column)"/>.</summary>
    public Column SubStr(int startPos, int len) => SubStr(Functions.Lit(startPos), Functions.Lit(len));

    /// <summary>Whether the other text is in this one.</summary>
    public Column Contains(object? other) => Binary("contains", other);

    /// <summary>Whether this begins with the other text.</summary>
    public Column StartsWith(Column other) => Binary("startswith", other);

    /// <summary>Whether this begins with a text.</summary>
    public Column StartsWith(string literal) => Binary("startswith", literal);

    /// <summary>Whether this ends with the other text.</summary>
    public Column EndsWith(Column other) => Binary("endswith", other);

    /// <summary>Whether this ends with a text.</summary>
    public Column EndsWith(string literal) => Binary("endswith", literal);

    /// <summary>Whether this equals one of the texts; null for null, and where none does and one of them is null.</summary>
    public Column IsIn(params string?[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params int[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params long[] list) => In(list);

    /// <summary>Whether this equals one of the values; null for null.</summary>
    public Column IsIn(params bool[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params short[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params float[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params double[] list) => In(list);

    /// <summary>Whether this equals one of the numbers; null for null.</summary>
    public Column IsIn(params decimal[] list) => In(list);

    private Column In<T>(T[] list) => new(new UnresolvedFunction("in", [Expression, .. list.Select(value => (Expression)Literal.Of(value))]));
}
