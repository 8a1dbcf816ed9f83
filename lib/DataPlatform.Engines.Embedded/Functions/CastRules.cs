using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Which casts Spark allows under ANSI rules, and which may give null. Spark's <c>Cast.canAnsiCast</c>.</summary>
internal static class CastRules
{
    /// <summary>Whether a value of one type may be cast to another.</summary>
    public static bool CanCast(DataType from, DataType to) => from == to || from is NullType || (from is AtomicType && to is AtomicType);

    /// <summary>Whether the result may be null although the value is not.</summary>
    public static bool ForcesNull(DataType from, DataType to, bool isTry) => isTry && from != to;
}
