using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Reads the lines of a commit or of a checkpoint's JSON manifest. Actions and fields that are not known are passed over.</summary>
internal static class ActionReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    /// <summary>All actions of a file, in order.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_LOG_FILE_BROKEN</c>: a line is no action, or the file is empty.</exception>
    public static LogActions Read(ReadOnlySpan<byte> content, string file, long version)
    {
        var actions = new LogActions();
        var line = 0;
        var any = false;
        while (NextLine(ref content, out var text))
        {
            line++;
            if (text.IsEmpty)
            {
                continue;
            }

            any = true;
            ReadLine(text, actions, file, version, line);
        }

        return any ? actions : throw DeltaErrors.LogFileBroken(file, version, line, "it is empty.");
    }

    /// <summary>Only what a commit says of itself; null where it says nothing.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_LOG_FILE_BROKEN</c>: the line is no action.</exception>
    public static CommitInfo? ReadCommitInfo(ReadOnlySpan<byte> content, string file, long version)
    {
        var line = 0;
        while (NextLine(ref content, out var text))
        {
            line++;
            if (text.StartsWith("{\"commitInfo\""u8))
            {
                var actions = new LogActions();
                ReadLine(text, actions, file, version, line);
                return actions.CommitInfo;
            }
        }

        return null;
    }

    private static bool NextLine(ref ReadOnlySpan<byte> content, out ReadOnlySpan<byte> line)
    {
        if (content.IsEmpty)
        {
            line = default;
            return false;
        }

        var end = content.IndexOf((byte)'\n');
        line = (end < 0 ? content : content[..end]).TrimEnd((byte)'\r');
        content = end < 0 ? default : content[(end + 1)..];
        return true;
    }

    private static void ReadLine(ReadOnlySpan<byte> text, LogActions actions, string file, long version, int line)
    {
        try
        {
            var reader = new Utf8JsonReader(text, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Not a JSON object.");
            }

            while (reader.NextProperty(out var name))
            {
                ReadAction(ref reader, name, actions);
            }

            if (reader.Read())
            {
                throw new JsonException("Text after the action.");
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw DeltaErrors.LogFileBroken(file, version, line, $"it is not an action in JSON ({broken.Message})", broken);
        }
    }

    private static void ReadAction(ref Utf8JsonReader reader, string name, LogActions actions)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (name)
        {
            case "add":
                actions.Files.Add(new FileAction(FileActionReader.ReadAdd(ref reader), null));
                break;
            case "remove":
                actions.Files.Add(new FileAction(null, FileActionReader.ReadRemove(ref reader)));
                break;
            case "metaData":
                actions.Metadata = TableActionReader.ReadMetadata(ref reader);
                break;
            case "protocol":
                actions.Protocol = TableActionReader.ReadProtocol(ref reader);
                break;
            case "txn":
                actions.Transactions.Add(TableActionReader.ReadTransaction(ref reader));
                break;
            case "domainMetadata":
                actions.Domains.Add(TableActionReader.ReadDomain(ref reader));
                break;
            case "commitInfo":
                actions.CommitInfo = CommitInfoReader.Read(ref reader);
                break;
            case "sidecar":
                actions.Sidecars.Add(TableActionReader.ReadSidecar(ref reader));
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
