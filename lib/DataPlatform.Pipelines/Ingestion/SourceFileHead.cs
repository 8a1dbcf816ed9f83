using System.IO.Compression;
using System.Text;

namespace DataPlatform.Pipelines;

/// <summary>Looks into a landed file before an engine reads it: whether it is what its name says, and for CSV which columns it has.</summary>
internal static class SourceFileHead
{
    private const int HeadSize = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The columns in the first line of a CSV file, as they stand.</summary>
    /// <exception cref="DataRefusedException"><c>NOT_A_TEXT_FILE</c>, <c>TRUNCATED_FILE</c>, <c>FILE_WITHOUT_HEADER</c>, <c>DUPLICATE_COLUMN</c>.</exception>
    public static IReadOnlyList<string> CsvColumns(string fullPath, string path, char separator)
    {
        var line = FirstLine(Read(fullPath, path));
        if (line.Length == 0)
        {
            throw PipelineErrors.NoHeader(path);
        }

        var columns = CsvLine.Split(line, separator);
        var twice = columns.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? columns : throw PipelineErrors.DuplicateColumn(path, twice.Key);
    }

    /// <summary>Refuses a file that cannot be JSON lines.</summary>
    /// <exception cref="DataRefusedException"><c>NOT_A_TEXT_FILE</c>, <c>TRUNCATED_FILE</c>, <c>NOT_JSON_LINES</c>.</exception>
    public static void CheckJsonLines(string fullPath, string path)
    {
        var start = Read(fullPath, path).TrimStart();
        if (start.Length > 0 && start[0] != '{')
        {
            throw PipelineErrors.NotJsonLines(path, FirstLine(start));
        }
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text[..end];
    }

    private static string Read(string fullPath, string path)
    {
        using var file = File.OpenRead(fullPath);
        var isGzipped = fullPath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        if (isGzipped)
        {
            GzipFile.Check(file, path);
        }

        using var stream = isGzipped ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var buffer = new byte[HeadSize];
        var length = stream.ReadAtLeast(buffer, HeadSize, throwOnEndOfStream: false);
        return Decode(buffer.AsSpan(0, length), path);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes.Length < HeadSize ? bytes : WholeLetters(bytes));
            return text.Contains('\0') ? throw PipelineErrors.NotText(path) : text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw PipelineErrors.NotText(path);
        }
    }

    /// <summary>Leaves out a letter that the end of the head cuts in two.</summary>
    private static ReadOnlySpan<byte> WholeLetters(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return bytes[..(end - 1)];
    }
}
