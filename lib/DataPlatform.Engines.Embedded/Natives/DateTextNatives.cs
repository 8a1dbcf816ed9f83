using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Dates and times out of text, and between zones.</summary>
internal static class DateTextNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfText<string, int>("spark_text_date", text => DateText.Date(text) ?? throw Malformed(text, "DATE")),
        NativeFunction.OfText<string, int?>("spark_try_text_date", DateText.Date),
        NativeFunction.OfTexts<string, long>("spark_text_timestamp", (text, zone) => DateText.Timestamp(text, Zone(zone)) ?? throw Malformed(text, "TIMESTAMP")),
        NativeFunction.OfTexts<string, long?>("spark_try_text_timestamp", (text, zone) => DateText.Timestamp(text, Zone(zone))),
        NativeFunction.OfText<string, long>("spark_text_timestamp_ntz", text => DateText.LocalTimestamp(text) ?? throw Malformed(text, "TIMESTAMP_NTZ")),
        NativeFunction.OfText<string, long?>("spark_try_text_timestamp_ntz", DateText.LocalTimestamp),
        NativeFunction.Of<long, string, long>("spark_local_to_instant", (local, zone) => TimeZones.ToInstant(local, Zone(zone))),
    ];

    [ThreadStatic]
    private static (byte[] Name, TimeZoneInfo Zone)? lastZone;

    private static TimeZoneInfo Zone(string name) =>
        TimeZones.Find(name) ?? throw new DataPlatformException("INVALID_TIMEZONE", $"There is no time zone {name}. Use a name such as Europe/Berlin, or an offset such as +02:00.");

    // The session's zone comes with every row: look at its bytes only.
    private static TimeZoneInfo Zone(ReadOnlySpan<byte> name)
    {
        if (lastZone is { } last && name.SequenceEqual(last.Name))
        {
            return last.Zone;
        }

        var zone = Zone(Encoding.UTF8.GetString(name));
        lastZone = (name.ToArray(), zone);
        return zone;
    }

    private static DataPlatformException Malformed(ReadOnlySpan<byte> text, string type) =>
        EmbeddedErrors.CastInvalidInput(Encoding.UTF8.GetString(text), "STRING", type);
}
