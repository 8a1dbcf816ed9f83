namespace DataPlatform.Delta;

/// <summary>
/// The storage below a table's log. Paths are full paths with <c>/</c> between parts, in the store's own form
/// (<see cref="QualifyTablePath"/> makes it). Implementations can be used by several threads at once.
/// </summary>
public interface ILogStore
{
    /// <summary>The form in which this store wants a table's folder: full, without a trailing slash.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_STORAGE_SCHEME</c>: the path is of a scheme that this store does not serve.</exception>
    string QualifyTablePath(string path);

    /// <summary>
    /// The files beside <paramref name="path"/> (its folder's own, not those of folders inside) whose names are not below its name in
    /// ordinal order, ascending by name. A folder that does not exist gives none.
    /// </summary>
    IEnumerable<FileStatus> ListFrom(string path);

    /// <summary>The whole content of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    byte[] Read(string path);

    /// <summary>A file's status; null where there is none.</summary>
    FileStatus? Status(string path);

    /// <summary>
    /// Writes a file unless one of that name exists. Of any number of callers at once, exactly one creates it; no reader ever sees part of it;
    /// missing folders are made. Calling it again with <see cref="PutOutcome.Unknown"/> in hand is safe.
    /// </summary>
    PutOutcome PutIfAbsent(string path, ReadOnlyMemory<byte> content);

    /// <summary>Writes a file, replacing any of that name; readers see the old content or the new, never a part.</summary>
    void Put(string path, ReadOnlyMemory<byte> content);

    /// <summary>Gives a whole file its final name, replacing any of that name; readers never see a part.</summary>
    void Move(string from, string to);

    /// <summary>Removes a file; one that is not there is no error.</summary>
    void Delete(string path);
}
