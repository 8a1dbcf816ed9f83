using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>The engine in process.</summary>
public sealed class EmbeddedEngine : EngineFixture
{
    public EmbeddedEngine()
        : base("embedded")
    {
    }

    protected override SparkSession Connect() =>
        SparkSession.Builder().Master("embedded").AppName("specification").Config("spark.sql.session.timeZone", "UTC").GetOrCreate();
}
