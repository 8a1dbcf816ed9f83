namespace Benchmarks;

/// <summary>One of two that are measured against each other.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Contender">The end of the name of its contender, after that of the scenario.</param>
internal sealed record Side(string Name, string Contender);
