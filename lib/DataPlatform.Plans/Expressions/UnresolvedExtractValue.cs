namespace DataPlatform.Plans;

/// <summary>A part of a value: a struct's field by name, an array's element by position from 0, a map's value by key.</summary>
/// <param name="Child">The struct, array, map, or array of structs (gives the array of the fields).</param>
/// <param name="Extraction">The name, position or key.</param>
public sealed record UnresolvedExtractValue(Expression Child, Expression Extraction) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Child, Extraction];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => new UnresolvedExtractValue(children[0], children[1]);
}
