using System.Buffers.Binary;
using System.IO.Compression;

namespace DataPlatform.Pipelines;

/// <summary>Checks gzip files whole, because readers may take a truncated one for a short one.</summary>
internal static class GzipFile
{
    private const int TrailerSize = 8;

    /// <summary>Reads the stream through and goes back to its start.</summary>
    /// <exception cref="DataRefusedException"><c>NOT_A_GZIP_FILE</c>, <c>TRUNCATED_FILE</c>.</exception>
    public static void Check(FileStream file, string path)
    {
        Span<byte> magic = stackalloc byte[2];
        if (file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) < 2 || magic is not [0x1F, 0x8B])
        {
            throw PipelineErrors.NotGzip(path);
        }

        file.Position = 0;
        try
        {
            if (UnzippedSize(file) % (1L << 32) != SizeInTrailer(file))
            {
                throw PipelineErrors.TruncatedGzip(path, null);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw PipelineErrors.TruncatedGzip(path, exception);
        }

        file.Position = 0;
    }

    private static long UnzippedSize(FileStream file)
    {
        using var unzipped = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[128 * 1024];
        var size = 0L;
        for (var read = 0; (read = unzipped.Read(buffer)) > 0;)
        {
            size += read;
        }

        return size;
    }

    private static long SizeInTrailer(FileStream file)
    {
        if (file.Length < TrailerSize)
        {
            throw new EndOfStreamException();
        }

        Span<byte> size = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(size);
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }
}
