using DataPlatform.Engines.Embedded.Natives;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Finds the columns of JSON records: all fields that occur, ordered by name, of the types that hold all their values. A record that is no JSON object gives the column for corrupt
/// records. Spark's <c>JsonInferSchema</c>.
/// </summary>
internal sealed class JsonColumns(SourceOptions options)
{
    private readonly string _corruptColumn = options.Get("columnNameOfCorruptRecord") ?? "_corrupt_record";
    private readonly JsonOptions _json = new()
    {
        PrimitivesAsString = options.Flag("primitivesAsString"),
        PrefersDecimal = options.Flag("prefersDecimal"),
        Reader = new JsonReaderOptions
        {
            AllowSingleQuotes = options.Flag("allowSingleQuotes", true),
            AllowUnquotedFieldNames = options.Flag("allowUnquotedFieldNames"),
            AllowComments = options.Flag("allowComments"),
        },
    };

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
                found = JsonSchema.Common(found, type);
            }
            else
            {
                isCorrupt = true;
            }
        }

        var schema = Finished(found) as StructType ?? StructType.Empty;
        return isCorrupt && options.ParseMode() == ParseMode.Permissive && schema.Find(_corruptColumn) is null
            ? new StructType(schema.Fields.Append(new StructField(_corruptColumn, new StringType())).OrderBy(f => f.Name, StringComparer.Ordinal))
            : schema;
    }

    // Null where the record is no object.
    private DataType? TypeOf(string record) => JsonReader.TryRead(record, _json.Reader) switch
    {
        JsonValue.Object value => JsonSchema.Inferred(value, _json),
        JsonValue.Array array => array.Items.Select(item => JsonSchema.Inferred(item, _json)).Aggregate((DataType)new NullType(), JsonSchema.Common),
        null when options.ParseMode() == ParseMode.FailFast => throw EmbeddedErrors.MalformedRecord(record),
        _ => null,
    };

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
