using System.Globalization;

namespace DataPlatform.Delta;

/// <summary>The names of files in <c>_delta_log</c> (PROTOCOL.md, "Delta Log Entries", "Checkpoints").</summary>
internal static class LogFileName
{
    public const string LastCheckpoint = "_last_checkpoint";
    private const int VersionDigits = 20;

    public static string LogPath(string tablePath) => $"{tablePath}/_delta_log";

    public static string Commit(string logPath, long version) => $"{logPath}/{Prefix(version)}.json";

    public static string ClassicCheckpoint(string logPath, long version) => $"{logPath}/{Prefix(version)}.checkpoint.parquet";

    /// <summary>The name from which a listing has all files of this version and later ones.</summary>
    public static string From(string logPath, long version) => $"{logPath}/{Prefix(version)}.";

    public static string Prefix(long version) => version.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>The version of a commit file; null for another name.</summary>
    public static long? CommitVersion(string name) =>
        name.Length == VersionDigits + 5 && name.EndsWith(".json", StringComparison.Ordinal) ? Version(name) : null;

    /// <summary>What checkpoint file this is; null for another name.</summary>
    public static CheckpointFile? Checkpoint(FileStatus file)
    {
        var parts = file.Name.Split('.');
        if (parts.Length < 3 || parts[1] != "checkpoint" || Version(file.Name) is not { } version)
        {
            return null;
        }

        return parts switch
        {
            [_, _, "parquet"] => new CheckpointFile(file, version, CheckpointKind.Classic, 1, 1),
            [_, _, _, "json"] => new CheckpointFile(file, version, CheckpointKind.ManifestJson, 1, 1),
            [_, _, _, "parquet"] => new CheckpointFile(file, version, CheckpointKind.ManifestParquet, 1, 1),
            [_, _, var part, var total, "parquet"] when
                int.TryParse(part, CultureInfo.InvariantCulture, out var number) && int.TryParse(total, CultureInfo.InvariantCulture, out var count) =>
                new CheckpointFile(file, version, CheckpointKind.MultiPart, number, count),
            _ => null,
        };
    }

    private static long? Version(string name) =>
        name.Length > VersionDigits && name[VersionDigits] == '.' &&
        long.TryParse(name.AsSpan(0, VersionDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
