using System.Runtime.InteropServices;

namespace DataPlatform.Delta;

/// <summary>
/// The log on a local file system: plain paths (relative ones are of the working directory) and <c>file:</c> addresses. Files are put by writing a
/// temporary one, syncing it and giving it its name with <c>link(2)</c>, which of several callers lets exactly one win; then the folder is synced.
/// </summary>
/// <remarks>
/// Failures to write, such as a full disk or a missing permission, are <c>STORAGE_WRITE_FAILED</c>; nothing of the file is then visible. Failures to
/// read or list are <c>STORAGE_READ_FAILED</c>.
/// </remarks>
public sealed class LocalLogStore : ILogStore
{
    /// <summary>The store; it keeps nothing.</summary>
    public static LocalLogStore Instance { get; } = new();

    /// <inheritdoc/>
    public string QualifyTablePath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (LocalPath.SchemeOf(path) is { } scheme && !scheme.Equals("file", StringComparison.OrdinalIgnoreCase))
        {
            throw DeltaErrors.UnsupportedScheme(path, scheme);
        }

        var full = Path.GetFullPath(LocalPath.Of(path)).Replace('\\', '/');
        return full.Length > 1 ? full.TrimEnd('/') : full;
    }

    /// <inheritdoc/>
    public IEnumerable<FileStatus> ListFrom(string path)
    {
        var (folder, name) = Split(path);
        var directory = new DirectoryInfo(folder);
        if (!directory.Exists)
        {
            return [];
        }

        try
        {
            var files = new List<FileStatus>();
            foreach (var file in directory.EnumerateFiles())
            {
                if (string.CompareOrdinal(file.Name, name) >= 0 && file.Exists)
                {
                    files.Add(StatusOf($"{folder}/{file.Name}", file));
                }
            }

            files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
            return files;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DeltaErrors.ReadFailed(folder, failure);
        }
    }

    /// <inheritdoc/>
    public byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException(missing.Message, path, missing);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException and not FileNotFoundException)
        {
            throw DeltaErrors.ReadFailed(path, failure);
        }
    }

    /// <inheritdoc/>
    public FileStatus? Status(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? StatusOf(path, file) : null;
    }

    /// <inheritdoc/>
    public PutOutcome PutIfAbsent(string path, ReadOnlyMemory<byte> content)
    {
        var temporary = WriteTemporary(path, content);
        try
        {
            var created = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? TryMove(temporary, path) : PosixFile.TryLink(temporary, path);
            if (created)
            {
                SyncFolder(path);
            }

            return created ? PutOutcome.Created : PutOutcome.AlreadyExists;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DeltaErrors.WriteFailed(path, failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public void Put(string path, ReadOnlyMemory<byte> content) => Move(WriteTemporary(path, content), path);

    /// <inheritdoc/>
    public void Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
            SyncFolder(to);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DeltaErrors.WriteFailed(to, failure);
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder: what was asked for.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DeltaErrors.WriteFailed(path, failure);
        }
    }

    private static string WriteTemporary(string path, ReadOnlyMemory<byte> content)
    {
        var (folder, name) = Split(path);

        // The leading dot hides it from other readers of the log.
        var temporary = $"{folder}/.{name}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Write(content.Span);
            file.Flush(flushToDisk: true);
            return temporary;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            DeleteLeftover(temporary);
            throw DeltaErrors.WriteFailed(path, failure);
        }
    }

    // The failure that led here is the one to tell; a leftover that cannot be deleted is only hidden garbage.
    private static void DeleteLeftover(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    // On Windows a move without overwriting is atomic and fails where the name is taken.
    private static bool TryMove(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static void SyncFolder(string path)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            PosixFile.SyncFolder(Split(path).Folder);
        }
    }

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return (path[..slash], path[(slash + 1)..]);
    }

    private static FileStatus StatusOf(string path, FileInfo file) =>
        new(path, file.Length, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds());
}
