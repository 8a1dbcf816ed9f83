using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>Instants and days of the program as those of tables, and back.</summary>
internal static class Instants
{
    public static Timestamp Of(DateTimeOffset instant) => new(instant.UtcDateTime);

    public static Date Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public static DateTimeOffset Of(Timestamp instant) => new(DateTime.SpecifyKind(instant.ToDateTime(), DateTimeKind.Utc));

    public static DateOnly Of(Date day) => new(day.Year, day.Month, day.Day);
}
