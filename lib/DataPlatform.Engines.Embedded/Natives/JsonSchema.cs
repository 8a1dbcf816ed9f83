using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>The type that Spark infers of a JSON value (<c>JsonInferSchema</c>).</summary>
internal static class JsonSchema
{
    /// <summary>The type; parts that are only ever null are texts.</summary>
    public static DataType Of(JsonValue value, JsonOptions options) => Settled(Inferred(value, options));

    /// <summary>The type of one value, <see cref="NullType"/> where it is null.</summary>
    public static DataType Inferred(JsonValue value, JsonOptions options) => value switch
    {
        JsonValue.Word { Name: "null" } => new NullType(),
        JsonValue.Word or JsonValue.Number when options.PrimitivesAsString => new StringType(),
        JsonValue.Word { Name: "true" or "false" } => new BooleanType(),
        JsonValue.Word => new DoubleType(),
        JsonValue.Text => new StringType(),
        JsonValue.Number { IsWhole: true } number => Whole(number.Literal),
        JsonValue.Number number => Fraction(number.Literal, options),
        JsonValue.Array array => new ArrayType(array.Items.Select(item => Inferred(item, options)).Aggregate((DataType)new NullType(), Common)),
        JsonValue.Object map => new StructType(map.Fields
            .GroupBy(field => field.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new StructField(group.Key, Inferred(group.Last().Value, options)))),
        _ => throw new ArgumentException("No JSON value.", nameof(value)),
    };

    private static DataType Whole(string literal)
    {
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return new LongType();
        }

        var digits = BigInteger.Abs(BigInteger.Parse(literal, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture).Length;
        return digits <= DecimalType.MaxPrecision ? new DecimalType(digits, 0) : new DoubleType();
    }

    private static DataType Fraction(string literal, JsonOptions options)
    {
        if (!options.PrefersDecimal || !JavaDecimal.TryParse(Encoding.UTF8.GetBytes(literal), out var value))
        {
            return new DoubleType();
        }

        var precision = Math.Max(value.Scale, value.IntegralDigits + value.Scale);
        return precision <= DecimalType.MaxPrecision && value.Scale >= 0 ? new DecimalType(precision, value.Scale) : new DoubleType();
    }

    /// <summary>The type that holds the values of both.</summary>
    public static DataType Common(DataType left, DataType right) => (left, right) switch
    {
        _ when left == right => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (StructType a, StructType b) => Merged(a, b),
        (ArrayType a, ArrayType b) => new ArrayType(Common(a.ElementType, b.ElementType)),
        (LongType, DoubleType) or (DoubleType, LongType) or (DecimalType, DoubleType) or (DoubleType, DecimalType) => new DoubleType(),
        (LongType, DecimalType d) => Wider(new DecimalType(20, 0), d),
        (DecimalType d, LongType) => Wider(d, new DecimalType(20, 0)),
        (DecimalType a, DecimalType b) => Wider(a, b),
        _ => new StringType(),
    };

    private static DataType Wider(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        var range = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale);
        return range + scale <= DecimalType.MaxPrecision ? new DecimalType(range + scale, scale) : new DoubleType();
    }

    private static StructType Merged(StructType a, StructType b) => new(a.Fields.Concat(b.Fields)
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new StructField(group.Key, group.Select(field => field.DataType).Aggregate(Common))));

    private static DataType Settled(DataType type) => type switch
    {
        NullType => new StringType(),
        ArrayType array => new ArrayType(Settled(array.ElementType)),
        StructType row => new StructType(row.Fields.Select(field => field.WithDataType(Settled(field.DataType)))),
        _ => type,
    };
}
