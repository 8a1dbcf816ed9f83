using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>The engine in process.</summary>
public sealed class EmbeddedEngine : EngineFixture, IEngineUnderTest
{
    public EmbeddedEngine()
        : base("embedded")
    {
    }

    public static string? Missing => null;

    protected override Builder Master() => SparkSession.Builder().Master("embedded");
}
