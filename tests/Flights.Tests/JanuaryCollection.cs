namespace Flights.Tests;

/// <summary>The test classes that read January's lake share one.</summary>
[CollectionDefinition(Name)]
public sealed class JanuaryCollection : ICollectionFixture<January>
{
    public const string Name = "January";
}
