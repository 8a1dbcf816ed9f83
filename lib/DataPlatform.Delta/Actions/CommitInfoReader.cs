using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Reads what a commit says of itself. The action has no fixed form: a field of an unexpected type is passed over.</summary>
internal static class CommitInfoReader
{
    public static CommitInfo Read(ref Utf8JsonReader reader)
    {
        reader.Enter();
        var info = new CommitInfo();
        while (reader.NextProperty(out var property))
        {
            info = ReadField(ref reader, property, info);
        }

        return info;
    }

    private static CommitInfo ReadField(ref Utf8JsonReader reader, string property, CommitInfo info)
    {
        switch (property)
        {
            case "version": return info with { Version = Number(ref reader) ?? info.Version };
            case "timestamp": return info with { Timestamp = Number(ref reader) };
            case "inCommitTimestamp": return info with { InCommitTimestamp = Number(ref reader) };
            case "readVersion": return info with { ReadVersion = Number(ref reader) };
            case "userId": return info with { UserId = Text(ref reader) };
            case "userName": return info with { UserName = Text(ref reader) };
            case "operation": return info with { Operation = Text(ref reader) };
            case "isolationLevel": return info with { IsolationLevel = Text(ref reader) };
            case "userMetadata": return info with { UserMetadata = Text(ref reader) };
            case "engineInfo": return info with { EngineInfo = Text(ref reader) };
            case "txnId": return info with { TransactionId = Text(ref reader) };
            case "isBlindAppend": return info with { IsBlindAppend = Flag(ref reader) };
            case "operationParameters": return info with { OperationParameters = Map(ref reader) };
            case "operationMetrics": return info with { OperationMetrics = Map(ref reader) };
            default:
                reader.Skip();
                return info;
        }
    }

    private static long? Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        reader.Skip();
        return null;
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.TextOrJson();

    private static bool? Flag(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.GetBoolean();
        }

        reader.Skip();
        return null;
    }

    private static Dictionary<string, string> Map(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, string>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return map;
        }

        while (reader.NextProperty(out var key))
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                map[key] = reader.TextOrJson();
            }
        }

        return map;
    }
}
