using System.IO.Compression;
using System.Text;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Files of text, plain or compressed by the ending of their names (<c>.gz</c>, <c>.deflate</c>, <c>.br</c>… as .NET has them: gzip and deflate).</summary>
internal static class TextFiles
{
    /// <summary>The lines of a file, split as Spark splits them: at <c>\n</c>, <c>\r\n</c> and <c>\r</c>, or at a separator given. The end is no line.</summary>
    /// <exception cref="DataPlatformException"><c>FAILED_READ_FILE.NO_HINT</c>: the file cannot be read or is cut off; it names the file.</exception>
    public static IEnumerable<string> Lines(string path, Encoding encoding, string? separator)
    {
        using var reader = Open(path, encoding);
        var line = new StringBuilder();
        var buffer = new char[64 * 1024];
        var afterReturn = false;
        for (var count = Read(reader, buffer, path); count > 0; count = Read(reader, buffer, path))
        {
            for (var i = 0; i < count; i++)
            {
                var c = buffer[i];
                if (separator is null)
                {
                    if (c == '\n' && afterReturn)
                    {
                        afterReturn = false;
                        continue;
                    }

                    afterReturn = c == '\r';
                    if (c is '\n' or '\r')
                    {
                        yield return line.ToString();
                        line.Clear();
                        continue;
                    }
                }

                line.Append(c);
                if (separator is not null && EndsWith(line, separator))
                {
                    line.Length -= separator.Length;
                    yield return line.ToString();
                    line.Clear();
                }
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    /// <summary>All of a file.</summary>
    /// <exception cref="DataPlatformException"><c>FAILED_READ_FILE.NO_HINT</c>.</exception>
    public static string Whole(string path, Encoding encoding)
    {
        using var reader = Open(path, encoding);
        try
        {
            return reader.ReadToEnd();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw EmbeddedErrors.FailedReadFile(path, failure);
        }
    }

    /// <summary>A file's bytes, decompressed.</summary>
    /// <exception cref="DataPlatformException"><c>FAILED_READ_FILE.NO_HINT</c>.</exception>
    public static Stream Open(string path)
    {
        try
        {
            Stream stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                stream = new GzipSource(stream);
            }
            else if (path.EndsWith(".deflate", StringComparison.OrdinalIgnoreCase))
            {
                stream = new ZLibStream(stream, CompressionMode.Decompress);
            }

            return stream;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw EmbeddedErrors.FailedReadFile(path, failure);
        }
    }

    private static StreamReader Open(string path, Encoding encoding) => new(Open(path), encoding, detectEncodingFromByteOrderMarks: encoding is UTF8Encoding);

    private static int Read(StreamReader reader, char[] buffer, string path)
    {
        try
        {
            return reader.Read(buffer, 0, buffer.Length);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw EmbeddedErrors.FailedReadFile(path, failure);
        }
    }

    private static bool EndsWith(StringBuilder text, string end)
    {
        if (text.Length < end.Length)
        {
            return false;
        }

        for (var i = 0; i < end.Length; i++)
        {
            if (text[text.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }
}
