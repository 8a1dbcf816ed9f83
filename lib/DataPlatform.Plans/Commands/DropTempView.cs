namespace DataPlatform.Plans;

/// <summary>Forgets a temporary view; nothing happens where there is none, unless told otherwise.</summary>
/// <param name="Name">The view's name.</param>
/// <param name="IsGlobal">Whether it is <c>global_temp.name</c>.</param>
public sealed record DropTempView(string Name, bool IsGlobal) : Command
{
    /// <summary>Whether it is an error (<c>TABLE_OR_VIEW_NOT_FOUND</c>) where there is no such view. From SQL text only.</summary>
    public bool MustExist { get; init; }
}
