using System.IO.Compression;
using System.Text;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Writes lines to one file a partition.</summary>
internal sealed class PartitionedTextWriter(Func<string, string> part, string? header, SourceOptions options) : IDisposable
{
    private readonly Dictionary<string, StreamWriter> _writers = new(StringComparer.Ordinal);
    private readonly string _end = options.Get("lineSep") ?? "\n";

    public void Write(string partition, string line)
    {
        if (!_writers.TryGetValue(partition, out var writer))
        {
            _writers[partition] = writer = Open(partition);
        }

        writer.Write(line);
        writer.Write(_end);
    }

    /// <summary>Ends all files; without partitions there is a file also where there is no row.</summary>
    public void Finish(bool isPartitioned)
    {
        if (!isPartitioned && _writers.Count == 0)
        {
            _writers[""] = Open("");
        }

        foreach (var writer in _writers.Values)
        {
            writer.Flush();
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers.Values)
        {
            writer.Dispose();
        }
    }

    private StreamWriter Open(string partition)
    {
        var path = part(partition);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Stream stream = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            stream = new GZipStream(stream, CompressionLevel.Optimal);
        }
        else if (path.EndsWith(".deflate", StringComparison.Ordinal))
        {
            stream = new ZLibStream(stream, CompressionLevel.Optimal);
        }

        var encoding = options.Encoding();
        var writer = new StreamWriter(stream, encoding is UTF8Encoding ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : encoding, 64 * 1024);
        if (header is not null)
        {
            writer.Write(header);
            writer.Write(_end);
        }

        return writer;
    }
}
