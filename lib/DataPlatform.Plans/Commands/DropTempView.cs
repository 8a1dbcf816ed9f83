namespace DataPlatform.Plans;

/// <summary>Forgets a temporary view; nothing happens where there is none.</summary>
/// <param name="Name">The view's name.</param>
/// <param name="IsGlobal">Whether it is <c>global_temp.name</c>.</param>
public sealed record DropTempView(string Name, bool IsGlobal) : Command;
