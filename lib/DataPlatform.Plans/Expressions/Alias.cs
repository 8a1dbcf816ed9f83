using Newtonsoft.Json.Linq;

namespace DataPlatform.Plans;

/// <summary>An expression under a name.</summary>
/// <param name="Child">The expression.</param>
/// <param name="Names">One name; several for a generator that makes several columns.</param>
/// <param name="Metadata">Metadata for the column; null: that of the child.</param>
public sealed record Alias(Expression Child, ValueList<string> Names, JObject? Metadata = null) : Expression
{
    /// <summary>An expression under one name.</summary>
    public Alias(Expression child, string name)
        : this(child, [name])
    {
    }

    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with { Child = children[0] };
}
