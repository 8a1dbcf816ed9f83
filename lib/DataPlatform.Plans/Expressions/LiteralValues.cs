using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>.NET values as constants of a plan: brought to the one .NET type that each Spark type has.</summary>
internal static class LiteralValues
{
    public static Literal ToLiteral(object? value)
    {
        object? canonical = value switch
        {
            byte b => (short)b,
            ushort n => (int)n,
            uint n => (long)n,
            char c => c.ToString(),
            DateOnly d => new Date(d.ToDateTime(TimeOnly.MinValue)),
            DateTimeOffset d => new Timestamp(d.UtcDateTime),
            DateTime d when d.Kind != DateTimeKind.Unspecified => new Timestamp(d),
            GenericRow row => (Row)row,
            string or byte[] or System.Collections.IDictionary or Row => value,
            System.Collections.IEnumerable items => items.Cast<object?>().Select(item => ToLiteral(item).Value).ToArray(),
            _ => value,
        };
        return new Literal(canonical, ClrValues.TypeOf(canonical));
    }

    public static bool ValueEquals(object? left, object? right) => ClrValues.SequenceEqual([left], [right]);
}
