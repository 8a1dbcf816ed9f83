using System.Collections.Concurrent;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sources.Csv;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of CSV text.</summary>
internal static class CsvNatives
{
    private static readonly ConcurrentDictionary<(string Schema, string Options, string Zone), (StructType Schema, CsvOptions Options)> Decoders = new();

    private static readonly ConcurrentDictionary<string, CsvFormat> Formats = new(StringComparer.Ordinal);

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfBatch<string?[]>("spark_decode_csv", [typeof(string), typeof(string), typeof(string), typeof(string)], Decode).OrFails(),
        NativeFunction.Of<string, string, bool, string>("spark_csv_cell", (text, options, isFirst) => Format(options).Cell(text, isFirst)).OrFails(),
    ];

    private static CsvFormat Format(string options) => Formats.GetOrAdd(options, text => new CsvFormat(new SourceOptions(OptionText.Read(text))));

    // Schema, options and zone are constants of the query.
    private static void Decode(NativeCall call) => call.Decode(Decoder, (CsvDecoder decoder, string text) => decoder.Decode(text));

    private static CsvDecoder Decoder(NativeCall call, int row)
    {
        var (schema, options) = Decoders.GetOrAdd(
            (call.Argument<string>(1).Get(row), call.Argument<string>(2).Get(row), call.Argument<string>(3).Get(row)),
            key => ((StructType)DataType.ParseDataType(key.Schema), new CsvOptions(new SourceOptions(OptionText.Read(key.Options)), key.Zone)));
        return new CsvDecoder(schema, options);
    }
}
