using System.IO.Compression;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// A gzip file's content. .NET takes a file that is cut off for one that has ended; here it is an error: every member ends with the length of what it held
/// (RFC 1952), and that must be there and right.
/// </summary>
internal sealed class GzipSource : Stream
{
    private readonly Stream _file;
    private readonly GZipStream _content;
    private long _length;

    public GzipSource(Stream file)
    {
        _file = file;
        _content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("A compressed stream has no length.");

    public override long Position
    {
        get => throw new NotSupportedException("A compressed stream has no position.");
        set => throw new NotSupportedException("A compressed stream has no position.");
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _content.Read(buffer, offset, count);
        _length += read;
        if (read == 0 && count > 0)
        {
            CheckEnd();
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A compressed stream cannot seek.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read only.");

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        _file.Dispose();
        base.Dispose(disposing);
    }

    // With several members the last one's length is that of its own part only, so that it can be no more than all.
    private void CheckEnd()
    {
        if (_file.Length < 18)
        {
            throw new InvalidDataException("The gzip file is cut off.");
        }

        Span<byte> trailer = stackalloc byte[4];
        _file.Seek(-4, SeekOrigin.End);
        _file.ReadExactly(trailer);
        var stated = BitConverter.ToUInt32(trailer);
        if (stated != (uint)_length && stated > (ulong)_length)
        {
            throw new InvalidDataException("The gzip file is cut off or damaged: it holds less than it says.");
        }
    }
}
