using System.Globalization;
using System.Text;
using System.Text.Json;
using DataPlatform.Engines.Embedded.Functions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Finds the columns of JSON records: all fields that occur, ordered by name, of the types that hold all their values. A record that is no JSON object gives the column for corrupt
/// records. Spark's <c>JsonInferSchema</c>.
/// </summary>
internal sealed class JsonSchema(SourceOptions options)
{
    private readonly bool _primitivesAsString = options.Flag("primitivesAsString");
    private readonly bool _prefersDecimal = options.Flag("prefersDecimal");
    private readonly string _corruptColumn = options.Get("columnNameOfCorruptRecord") ?? "_corrupt_record";

    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: <c>inferTimestamp</c>.</exception>
    /// <exception cref="DataPlatformException"><c>MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION</c>: under <c>FAILFAST</c> a record is no JSON object.</exception>
    public StructType Infer(IEnumerable<string> records)
    {
        if (options.Flag("inferTimestamp"))
        {
            throw EmbeddedErrors.UnsupportedFeature("the JSON option inferTimestamp", "Give a schema, or run the job on Spark.");
        }

        DataType found = new NullType();
        var isCorrupt = false;
        foreach (var record in records)
        {
            if (TypeOf(record) is { } type)
            {
                found = Widen(found, type);
            }
            else
            {
                isCorrupt = true;
            }
        }

        var schema = (StructType)(Finished(found) as StructType ?? StructType.Empty);
        return isCorrupt && options.ParseMode() == ParseMode.Permissive && schema.Find(_corruptColumn) is null
            ? new StructType(schema.Fields.Append(new StructField(_corruptColumn, new StringType())).OrderBy(f => f.Name, StringComparer.Ordinal))
            : schema;
    }

    // Null where the record is no object.
    private DataType? TypeOf(string record)
    {
        try
        {
            // What stands behind the first value does not count.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(record));
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => TypeOf(document.RootElement),
                JsonValueKind.Array => document.RootElement.EnumerateArray().Aggregate((DataType?)new NullType(), (type, item) => Widen(type!, TypeOf(item))),
                _ => null,
            };
        }
        catch (JsonException notJson)
        {
            return options.ParseMode() == ParseMode.FailFast
                ? throw new DataPlatformException(
                    "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION", $"The record is no JSON object: {record}", EmbeddedErrors.Of(("badRecord", record)), innerException: notJson)
                : null;
        }
    }

    private DataType TypeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new StructType(element.EnumerateObject()
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .Select(group => new StructField(group.Key, group.Select(p => TypeOf(p.Value)).Aggregate(Widen)))
            .OrderBy(f => f.Name, StringComparer.Ordinal)),
        JsonValueKind.Array => new ArrayType(element.EnumerateArray().Aggregate((DataType)new NullType(), (type, item) => Widen(type, TypeOf(item)))),
        JsonValueKind.String => new StringType(),
        JsonValueKind.Null => new NullType(),
        _ when _primitivesAsString => new StringType(),
        JsonValueKind.Number => NumberType(element.GetRawText()),
        _ => new BooleanType(),
    };

    private DataType NumberType(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return new LongType();
        }

        var isWhole = text.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        if ((isWhole || _prefersDecimal) && Csv.CsvValues.Number(text) is var (unscaled, scale))
        {
            var digits = Math.Max(System.Numerics.BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length, scale);
            if (digits <= DecimalType.MaxPrecision)
            {
                return new DecimalType(digits, scale);
            }
        }

        return new DoubleType();
    }

    private static DataType Widen(DataType left, DataType right) => (left, right) switch
    {
        _ when left == right => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (StructType a, StructType b) => Widen(a, b),
        (ArrayType a, ArrayType b) => new ArrayType(Widen(a.ElementType, b.ElementType)),
        (NumericType a, NumericType b) => TypeCoercion.CommonType(a, b)!,
        _ => new StringType(),
    };

    private static StructType Widen(StructType left, StructType right)
    {
        var fields = left.Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var field in right.Fields)
        {
            fields[field.Name] = fields.TryGetValue(field.Name, out var known) ? known.WithDataType(Widen(known.DataType, field.DataType)) : field;
        }

        return new StructType(fields.Values.OrderBy(f => f.Name, StringComparer.Ordinal));
    }

    // What was null everywhere is text; a struct without fields is left out.
    private static DataType? Finished(DataType type) => type switch
    {
        NullType => new StringType(),
        ArrayType array => Finished(array.ElementType) is { } element ? new ArrayType(element) : null,
        StructType structure => structure.Fields
            .Select(f => (Field: f, Type: Finished(f.DataType)))
            .Where(f => f.Type is not null)
            .Select(f => f.Field.WithDataType(f.Type!))
            .ToList() is { Count: > 0 } fields ? new StructType(fields) : null,
        _ => type,
    };
}
