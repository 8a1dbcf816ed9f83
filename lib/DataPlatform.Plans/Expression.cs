namespace DataPlatform.Plans;

/// <summary>
/// What is to be computed of a row, as data. Immutable and equal by value. Nodes mirror the expressions of Spark Connect; operators are
/// <see cref="UnresolvedFunction"/>s named as Spark names them (<c>+</c>, <c>==</c>, <c>and</c>, <c>when</c>, <c>in</c>, …).
/// </summary>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>The expressions inside this one, in order.</summary>
    public virtual ValueList<Expression> Children => [];

    /// <summary>The same node over other children, as many as <see cref="Children"/> has.</summary>
    public virtual Expression WithChildren(ValueList<Expression> children) => this;

    /// <summary>This expression with every node replaced by its image, children first.</summary>
    public Expression Rewrite(Func<Expression, Expression> rewrite) =>
        rewrite(Children.Count == 0 ? this : WithChildren(Children.Map(child => child.Rewrite(rewrite))));

    /// <summary>Whether this expression or one inside it fits.</summary>
    public bool Any(Func<Expression, bool> fits) => fits(this) || Children.Any(child => child.Any(fits));
}
