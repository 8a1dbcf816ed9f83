using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Dates and times out of text, and between zones.</summary>
internal static class DateTextNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfText<string, int>("spark_text_date", text => DateText.Date(text) ?? throw Malformed(text, "DATE")).OrFails(),
        NativeFunction.OfText<string, int?>("spark_try_text_date", DateText.Date),
        NativeFunction.OfTexts<string, long>("spark_text_timestamp", (text, zone) => DateText.Timestamp(text, Zone(zone)) ?? throw Malformed(text, "TIMESTAMP")).OrFails(),
        NativeFunction.OfTexts<string, long?>("spark_try_text_timestamp", (text, zone) => DateText.Timestamp(text, Zone(zone))),
        NativeFunction.OfText<string, long>("spark_text_timestamp_ntz", text => DateText.LocalTimestamp(text) ?? throw Malformed(text, "TIMESTAMP_NTZ")).OrFails(),
        NativeFunction.OfText<string, long?>("spark_try_text_timestamp_ntz", DateText.LocalTimestamp),
    ];

    [ThreadStatic]
    private static (byte[] Name, SparkTimeZone Zone)? lastZone;

    // The session's zone comes with every row: look at its bytes only.
    private static SparkTimeZone Zone(ReadOnlySpan<byte> name)
    {
        if (lastZone is { } last && name.SequenceEqual(last.Name))
        {
            return last.Zone;
        }

        var zone = SparkTimeZone.Get(Encoding.UTF8.GetString(name));
        lastZone = (name.ToArray(), zone);
        return zone;
    }

    private static DataPlatformException Malformed(ReadOnlySpan<byte> text, string type) =>
        EmbeddedErrors.CastInvalidInput(Encoding.UTF8.GetString(text), "STRING", type);
}
