namespace DataPlatform.Plans;

/// <summary>A parameter of the lambda function around it. SQL text gives an <see cref="UnresolvedAttribute"/> in its place, resolved to the parameter first.</summary>
/// <param name="Name">The parameter's name.</param>
public sealed record UnresolvedNamedLambdaVariable(string Name) : Expression;
