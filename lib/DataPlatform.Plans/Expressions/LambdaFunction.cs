namespace DataPlatform.Plans;

/// <summary>A function given to a function, such as <c>x -&gt; x + 1</c>.</summary>
/// <param name="Body">What it gives; refers to its parameters by <see cref="UnresolvedNamedLambdaVariable"/>.</param>
/// <param name="Parameters">One to three names; an inner lambda hides outer ones of the same name.</param>
public sealed record LambdaFunction(Expression Body, ValueList<string> Parameters) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Body];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with { Body = children[0] };
}
