namespace DataPlatform.Engines.Embedded;

/// <content>Errors of values, met while a query runs.</content>
internal static partial class EmbeddedErrors
{
    public static DataPlatformException CastInvalidInput(string value, string from, string to) => new(
        "CAST_INVALID_INPUT",
        $"The value '{value}' of the type \"{from}\" cannot be cast to \"{to}\" because it is malformed. Correct the value, or use try_cast to get null instead.",
        Of(("expression", $"'{value}'"), ("sourceType", $"\"{from}\""), ("targetType", $"\"{to}\"")));

    public static DataPlatformException CastOverflow(string value, string from, string to) => new(
        "CAST_OVERFLOW",
        $"The value {value} of the type \"{from}\" cannot be cast to \"{to}\" due to an overflow. Use try_cast to get null instead.",
        Of(("value", value), ("sourceType", $"\"{from}\""), ("targetType", $"\"{to}\"")));

    public static DataPlatformException NumericValueOutOfRange(string value, int precision, int scale) => new(
        "NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION",
        $"{value} cannot be represented as Decimal({precision}, {scale}). Use a wider type, or try_cast to get null instead.",
        Of(("value", value), ("precision", $"{precision}"), ("scale", $"{scale}")));

    public static DataPlatformException NumericOutOfSupportedRange(string value) => new(
        "NUMERIC_OUT_OF_SUPPORTED_RANGE",
        $"The value {value} cannot be interpreted as a numeric since it has more than 38 digits.",
        Of(("value", value)));

    public static DataPlatformException ArithmeticOverflow(string what) => new(
        "ARITHMETIC_OVERFLOW",
        $"{what} overflow. Cast to a wider type first.",
        Of(("message", $"{what} overflow")));

    public static DataPlatformException RemainderByZero() => new(
        "REMAINDER_BY_ZERO",
        "Remainder by zero. Use `try_mod` to tolerate divisor being 0 and return NULL instead.");

    public static DataPlatformException InvalidParameterValue(string condition, string function, string message) => new(
        $"INVALID_PARAMETER_VALUE.{condition}",
        $"An argument of {function} is invalid: {message}",
        Of(("functionName", function)));
}
