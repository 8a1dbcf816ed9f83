namespace DataPlatform.Delta;

/// <summary>What one file of the log says: a commit, or the manifest of a checkpoint.</summary>
internal sealed class LogActions
{
    public List<FileAction> Files { get; } = [];

    public List<AppTransaction> Transactions { get; } = [];

    public List<DomainMetadata> Domains { get; } = [];

    public List<Sidecar> Sidecars { get; } = [];

    public Protocol? Protocol { get; set; }

    public Metadata? Metadata { get; set; }

    public CommitInfo? CommitInfo { get; set; }

    public IEnumerable<AddFile> Adds => Files.Where(file => file.Add is not null).Select(file => file.Add!);

    public IEnumerable<RemoveFile> Removes => Files.Where(file => file.Remove is not null).Select(file => file.Remove!);
}
