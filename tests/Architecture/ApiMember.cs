namespace Architecture;

/// <summary>
/// A public type or member as its users see it. <paramref name="Parameters"/> reads as in source, with names and defaults:
/// <c>DataFrame right, Column joinExpr, string joinType = "inner"</c>.
/// </summary>
internal sealed record ApiMember(string Type, string Member, string Parameters, string Returns, bool IsStatic)
{
    public const string TypeItself = "(type)";

    /// <summary>What an exception from the rule names: a member with all its overloads.</summary>
    public string Name => Member == TypeItself ? Type : $"{Type}.{Member}";

    public override string ToString() => Member == TypeItself ? Type : $"{(IsStatic ? "static " : "")}{Returns} {Type}.{Member}({Parameters})";
}
