namespace DataPlatform.Plans;

/// <summary>A statement of SQL text: a query or a command; exactly one of both is there.</summary>
public sealed record SqlStatement
{
    private SqlStatement(LogicalPlan? query, Command? command)
    {
        Query = query;
        Command = command;
    }

    /// <summary>The relation asked for; null where the statement is a command.</summary>
    public LogicalPlan? Query { get; }

    /// <summary>What is to be done; null where the statement is a query.</summary>
    public Command? Command { get; }

    internal static SqlStatement Of(LogicalPlan query) => new(query, null);

    internal static SqlStatement Of(Command command) => new(null, command);
}
