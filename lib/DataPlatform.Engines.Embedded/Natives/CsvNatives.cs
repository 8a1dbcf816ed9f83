using System.Collections.Concurrent;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sources.Csv;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of CSV text.</summary>
internal static class CsvNatives
{
    private static readonly ConcurrentDictionary<string, CsvFormat> Formats = new(StringComparer.Ordinal);

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfBatch<string?[]>("spark_decode_csv", [typeof(string), typeof(string), typeof(string), typeof(string)], Decode).OrFails(),
        NativeFunction.Of<string, string, bool, string>("spark_csv_cell", (text, options, isFirst) => Format(options).Cell(text, isFirst)).OrFails(),
    ];

    private static CsvFormat Format(string options) => Formats.GetOrAdd(options, text => new CsvFormat(new SourceOptions(OptionText.Read(text))));

    // Schema, options and zone are constants of the query, so that those of one row are those of all.
    private static void Decode(NativeCall call)
    {
        var (text, result) = (call.Argument<string>(0), call.Result<string?[]>());
        CsvDecoder? decoder = null;
        for (var row = 0; row < call.RowCount; row++)
        {
            if (text.IsNull(row))
            {
                result.SetNull(row);
                continue;
            }

            decoder ??= Decoder(call, row);
            result.Set(row, decoder.Decode(text.Get(row)));
        }
    }

    private static CsvDecoder Decoder(NativeCall call, int row)
    {
        var schema = (StructType)DataType.ParseDataType(call.Argument<string>(1).Get(row));
        var options = new SourceOptions(OptionText.Read(call.Argument<string>(2).Get(row)));
        return new CsvDecoder(schema, new CsvOptions(options, call.Argument<string>(3).Get(row)));
    }
}
