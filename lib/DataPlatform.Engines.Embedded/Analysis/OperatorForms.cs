using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>The operators that Spark makes others of by the types of their operands, as they stand in the names of columns.</summary>
internal static class OperatorForms
{
    private enum Rounding
    {
        Down,
        Up,
    }

    /// <summary>Arithmetic of dates, times and intervals (<c>BinaryArithmeticWithDatetimeResolver</c>); null: written as all arithmetic. The operands are {0} and {1}.</summary>
    public static string? Temporal(string name, DataType left, DataType right) => (name, left, right) switch
    {
        ("+", DateType, DayTimeIntervalType { StartField: 0, EndField: 0 }) => "date_add({0}, extractansiintervaldays({1}))",
        ("+", DayTimeIntervalType { StartField: 0, EndField: 0 }, DateType) => "date_add({1}, extractansiintervaldays({0}))",
        ("-", DateType, DayTimeIntervalType { StartField: 0, EndField: 0 }) => "date_add({0}, (- extractansiintervaldays({1})))",
        ("+", DateType or TimestampType or TimestampNTZType, YearMonthIntervalType or DayTimeIntervalType) or ("+", DateType, NullType) => "{0} + {1}",
        ("+", YearMonthIntervalType or DayTimeIntervalType, DateType or TimestampType or TimestampNTZType) => "{1} + {0}",
        ("-", DateType or TimestampType or TimestampNTZType, YearMonthIntervalType or DayTimeIntervalType) => "{0} - {1}",
        ("+", DateType, IntegralType) => "date_add({0}, {1})",
        ("+", IntegralType, DateType) => "date_add({1}, {0})",
        ("-", DateType, IntegralType) => "date_sub({0}, {1})",
        ("*", NumericType or StringType or NullType, YearMonthIntervalType or DayTimeIntervalType) => "({1} * {0})",
        _ => null,
    };

    /// <summary>
    /// The comparison of a whole number with a decimal constant, which Spark makes one with a whole constant (<c>DecimalPrecision.integralAndDecimalLiteral</c>); null where it is none. The
    /// operands are {0} and {1}.
    /// </summary>
    public static string? Comparison(string name, Expression left, DataType? leftType, Expression right, DataType? rightType)
    {
        if (name is not ("<" or "<=" or ">" or ">="))
        {
            return null;
        }

        return (left, right) switch
        {
            (_, Literal { Type: DecimalType, Value: { } value }) when leftType is IntegralType =>
                Compared(value, name is "<" or ">=" ? Rounding.Up : Rounding.Down, name[0] == '<', whole => $"({{0}} {name} {whole})"),
            (Literal { Type: DecimalType, Value: { } value }, _) when rightType is IntegralType =>
                Compared(value, name is "<" or ">=" ? Rounding.Down : Rounding.Up, name[0] == '>', whole => $"({whole} {name} {{1}})"),
            _ => null,
        };
    }

    // Beyond all whole numbers the answer is known.
    private static string Compared(object value, Rounding rounding, bool isBelow, Func<BigInteger, string> form) => Whole(value, Rounding.Up) > long.MaxValue
        ? isBelow ? "true" : "false"
        : Whole(value, Rounding.Down) < long.MinValue ? isBelow ? "false" : "true" : form(Whole(value, rounding));

    private static BigInteger Whole(object value, Rounding rounding) => value is SqlDecimal wide
        ? BigInteger.Parse((rounding == Rounding.Up ? SqlDecimal.Ceiling(wide) : SqlDecimal.Floor(wide)).ToString(), CultureInfo.InvariantCulture)
        : (BigInteger)(rounding == Rounding.Up ? Math.Ceiling((decimal)value) : Math.Floor((decimal)value));
}
