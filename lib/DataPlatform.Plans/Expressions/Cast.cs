using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>An expression as another type.</summary>
/// <param name="Child">The expression.</param>
/// <param name="Type">The type wanted.</param>
/// <param name="Mode">What a value does that does not fit.</param>
public sealed record Cast(Expression Child, DataType Type, CastMode Mode = CastMode.Ansi) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with { Child = children[0] };
}
