namespace DataPlatform.Delta;

/// <summary>An add or a remove, in the order of its commit; exactly one is there.</summary>
internal readonly record struct FileAction(AddFile? Add, RemoveFile? Remove);
