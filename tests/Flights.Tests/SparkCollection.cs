namespace Flights.Tests;

/// <summary>The test classes that submit to Spark, one after the other: each driver takes a gigabyte and both cores.</summary>
[CollectionDefinition(nameof(SparkCollection))]
public sealed class SparkCollection;
