using System.Collections.Concurrent;
using DataPlatform.Engines.Embedded.Execution;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of JSON text.</summary>
internal static class JsonNatives
{
    // Of the names that spark_json_tuple takes.
    private const char NameSeparator = '\u0001';

    private static readonly ConcurrentDictionary<(string Schema, string Options), (DataType Schema, JsonOptions Options)> Decoders = new();

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, string, string?>(
            "spark_get_json_object",
            (text, path) => JsonPath.Find(path) is { } steps && JsonReader.TryRead(text) is { } root ? steps.Get(root) : null),
        NativeFunction.OfBatch<string?>("spark_decode_json", [typeof(string), typeof(string), typeof(string), typeof(string)], Decode),
        NativeFunction.Of<string, string?[]?>(
            "spark_json_keys",
            text => JsonReader.TryRead(text) is JsonValue.Object map ? [.. map.Fields.Select(field => (string?)field.Key)] : null),
        NativeFunction.Of<string, int?>("spark_json_array_length", text => JsonReader.TryRead(text) is JsonValue.Array array ? array.Items.Count : null),
        NativeFunction.Of<string, string, string?[]>("spark_json_tuple", Tuple),
        NativeFunction.Of<string, string>("spark_json_quote", JsonText.Quote),
    ];

    // Schema, options and zone are constants of the query.
    private static void Decode(NativeCall call) => call.Decode(Decoder, (JsonDecoder decoder, string text) => decoder.Decode(text));

    private static JsonDecoder Decoder(NativeCall call, int row)
    {
        var (schema, options) = Decoders.GetOrAdd(
            (call.Argument<string>(1).Get(row), call.Argument<string>(2).Get(row)), key => (DataType.ParseDataType(key.Schema), JsonOptions.Of(OptionText.Read(key.Options))));
        return new JsonDecoder(schema, options, call.Argument<string>(3).Get(row));
    }

    private static string?[] Tuple(string text, string names)
    {
        var map = JsonReader.TryRead(text) as JsonValue.Object;
        return [.. names.Split(NameSeparator).Select(name =>
            map?.Fields.LastOrDefault(field => field.Key == name).Value is { } value ? JsonText.AsColumn(value) : null)];
    }
}
