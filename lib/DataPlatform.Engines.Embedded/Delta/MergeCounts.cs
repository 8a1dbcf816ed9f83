using System.Globalization;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>What a merge did, in rows and files.</summary>
internal sealed record MergeCounts(long Source, long Updated, long Deleted, long Inserted, long Copied, int FilesAdded, int FilesRemoved)
{
    /// <summary>Whether a file came or went.</summary>
    public bool ChangesTable => FilesAdded + FilesRemoved > 0;

    /// <summary>The operation metrics of the commit, by Delta's names.</summary>
    public Dictionary<string, string> Metrics()
    {
        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["numSourceRows"] = Text(Source),
            ["numTargetRowsInserted"] = Text(Inserted),
            ["numTargetRowsUpdated"] = Text(Updated),
            ["numTargetRowsDeleted"] = Text(Deleted),
            ["numTargetRowsCopied"] = Text(Copied),
            ["numOutputRows"] = Text(Inserted + Updated + Copied),
            ["numTargetFilesAdded"] = Text(FilesAdded),
            ["numTargetFilesRemoved"] = Text(FilesRemoved),
        };
    }
}
