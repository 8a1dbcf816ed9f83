namespace DataPlatform.Delta;

/// <summary>What became of <see cref="ILogStore.PutIfAbsent"/>.</summary>
public enum PutOutcome
{
    /// <summary>The file is there with the content given, durable and visible to all.</summary>
    Created,

    /// <summary>A file of that name was there before; it is unchanged.</summary>
    AlreadyExists,

    /// <summary>The store did not say (a time-out, a lost connection): the file may be there, may come, or may not.</summary>
    Unknown,
}
