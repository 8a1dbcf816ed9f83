using System.Buffers;
using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>The hint where the newest checkpoint is. It may be missing, stale or garbled: then it is no hint.</summary>
internal static class LastCheckpoint
{
    public static long? Read(ILogStore store, string logPath)
    {
        try
        {
            using var document = JsonDocument.Parse(store.Read($"{logPath}/{LogFileName.LastCheckpoint}"));
            return document.RootElement.ValueKind == JsonValueKind.Object &&
                document.RootElement.TryGetProperty("version", out var version) && version.TryGetInt64(out var number) ? number : null;
        }
        catch (Exception noHint) when (noHint is FileNotFoundException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static void Write(ILogStore store, string logPath, long version, long actions, long sizeInBytes, long addFiles)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", version);
            writer.WriteNumber("size", actions);
            writer.WriteNumber("sizeInBytes", sizeInBytes);
            writer.WriteNumber("numOfAddFiles", addFiles);
            writer.WriteEndObject();
        }

        store.Put($"{logPath}/{LogFileName.LastCheckpoint}", buffer.WrittenMemory);
    }
}
