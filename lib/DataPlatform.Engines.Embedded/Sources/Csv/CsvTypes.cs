using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>The narrowest types that fields fit. Spark's <c>CSVInferSchema</c>.</summary>
internal sealed class CsvTypes(CsvOptions options, CsvValues values)
{
    /// <summary>The type that holds one more field; <see cref="NullType"/> while all were null.</summary>
    public DataType Widen(DataType type, string? field)
    {
        if (string.IsNullOrEmpty(field) || field == options.NullValue)
        {
            return type;
        }

        if (type is StringType)
        {
            return type;
        }

        var own = TypeOf(field);
        return type switch
        {
            NullType => own,
            _ when type == own => type,
            NumericType a when own is NumericType b => Functions.TypeCoercion.CommonType(a, b) ?? new StringType(),
            DateType when own is TimestampType => own,
            TimestampType when own is DateType => type,
            _ => new StringType(),
        };
    }

    /// <summary>The type of a column whose fields were of this one: text where all were null.</summary>
    public static DataType Settled(DataType type) => type is NullType ? new StringType() : type;

    private DataType TypeOf(string field)
    {
        DataType[] candidates = [new IntegerType(), new LongType()];
        foreach (var candidate in candidates)
        {
            if (Fits(field, candidate))
            {
                return candidate;
            }
        }

        if (CsvValues.Number(field) is { Scale: 0 } number && number.Unscaled.ToString(CultureInfo.InvariantCulture).TrimStart('-').Length is > 18 and <= 38 and var digits && !field.Contains('.', StringComparison.Ordinal))
        {
            return new DecimalType(digits);
        }

        candidates = options.PrefersDate ? [new DoubleType(), new DateType(), new TimestampType(), new BooleanType()] : [new DoubleType(), new TimestampType(), new BooleanType()];
        return candidates.FirstOrDefault(candidate => Fits(field, candidate)) ?? new StringType();
    }

    private bool Fits(string field, DataType type) => type switch
    {
        // Text that only names a day is a date; one with a time is an instant.
        DateType when options.DateFormat is null => field.Length == 10 && field[4] == '-' && field[7] == '-' && values.TryConvert(field, type, out _),
        _ => values.TryConvert(field, type, out _),
    };
}
