using System.Data.SqlTypes;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>
/// Column values in the few forms in which they are compared: whole numbers, days and microseconds as <see cref="long"/>, binary fractions as
/// <see cref="double"/>, decimals as <see cref="decimal"/>, text as <see cref="string"/>.
/// </summary>
internal static class ComparableValue
{
    /// <summary>A value of a column's own .NET type; null where it cannot be compared (NaN, a type without order, a decimal too long, another type).</summary>
    public static object? Of(object? value, DataType type) => (type, value) switch
    {
        (BooleanType, bool b) => b ? 1L : 0L,
        (IntegralType, sbyte n) => (long)n,
        (IntegralType, short n) => (long)n,
        (IntegralType, int n) => (long)n,
        (IntegralType, long n) => n,
        (FloatType, float n) => Number(n),
        (DoubleType, double n) => Number(n),
        (DecimalType, decimal n) => n,
        (DecimalType, SqlDecimal n) => Decimal(n),
        (StringType or CharType or VarcharType, string s) => s,
        (DateType, Date d) => (long)d.EpochDay,
        (TimestampType, Timestamp t) => t.EpochMicroseconds,
        (TimestampNTZType, DateTime t) => (t.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        _ => null,
    };

    /// <summary>Below 0, 0 or above 0 as for every comparison; both are of the same form.</summary>
    public static int Compare(object left, object right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => CompareText(a, b),
        _ => throw new ArgumentException($"{left.GetType()} and {right.GetType()} have no common order."),
    };

    /// <summary>Text in the order of its UTF-8 bytes, which is that of its code points; UTF-16 sorts surrogates before U+E000.</summary>
    public static int CompareText(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return Rank(left[i]).CompareTo(Rank(right[i]));
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;

    private static object? Number(double number) => double.IsNaN(number) ? null : number;

    private static object? Decimal(SqlDecimal number)
    {
        try
        {
            return number.Value;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
