namespace DataPlatform.Plans;

/// <summary>A struct with one field set, added or dropped; null stays null.</summary>
/// <param name="Struct">The struct.</param>
/// <param name="FieldName">The field's name; dots lead into nested structs.</param>
/// <param name="Value">The new value; null: the field is dropped.</param>
public sealed record UpdateFields(Expression Struct, string FieldName, Expression? Value) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => Value is null ? [Struct] : [Struct, Value];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) =>
        this with { Struct = children[0], Value = Value is null ? null : children[1] };
}
