using System.Buffers.Binary;

namespace DataPlatform.Delta;

/// <summary>Reads the rows of a data file that are no longer part of the table (PROTOCOL.md, "Deletion Vectors").</summary>
public static class DeletionVector
{
    private const int EncodedUuidLength = 20;

    /// <summary>
    /// The indexes of the deleted rows, from 0 for the data file's first row, ascending. Size, checksum and count are verified against the file and
    /// the descriptor.
    /// </summary>
    /// <param name="descriptor">Where the vector is.</param>
    /// <param name="tablePath">The table's folder, as <see cref="DeltaLog.TablePath"/> has it.</param>
    /// <param name="store">The storage of the table.</param>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_DELETION_VECTOR_CHECKSUM_MISMATCH</c>, <c>DELTA_DELETION_VECTOR_SIZE_MISMATCH</c>, <c>DELTA_DELETION_VECTOR_CARDINALITY_MISMATCH</c>,
    /// or <c>DELTA_DELETION_VECTOR_BROKEN</c> for anything else that cannot be read: rows must not be guessed at.
    /// </exception>
    public static long[] Load(DeletionVectorDescriptor descriptor, string tablePath, ILogStore store)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(store);
        var path = "the log";
        try
        {
            path = PathOf(descriptor, tablePath) ?? path;
            var bitmap = descriptor.StorageType == "i"
                ? Base85.Decode(descriptor.PathOrInlineDv).AsSpan(0, descriptor.SizeInBytes)
                : Stored(store.Read(path), descriptor, path);
            var rows = RoaringReader.Read(bitmap, descriptor.Cardinality);
            return rows.Length == descriptor.Cardinality ? rows : throw DeltaErrors.DeletionVectorCardinality(path, rows.Length, descriptor.Cardinality);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or ArgumentOutOfRangeException or OverflowException or FileNotFoundException)
        {
            throw DeltaErrors.DeletionVectorBroken(path, broken);
        }
    }

    /// <summary>The file that holds the vector; null for one that stands in the log itself.</summary>
    internal static string? PathOf(DeletionVectorDescriptor descriptor, string tablePath)
    {
        switch (descriptor.StorageType)
        {
            case "i":
                return null;
            case "p":
                return FilePath.Absolute(tablePath, descriptor.PathOrInlineDv);
            case "u":
                var prefixLength = descriptor.PathOrInlineDv.Length - EncodedUuidLength;
                var uuid = new Guid(Base85.Decode(descriptor.PathOrInlineDv.AsSpan(prefixLength)), bigEndian: true);
                var folder = prefixLength > 0 ? $"{descriptor.PathOrInlineDv[..prefixLength]}/" : "";
                return $"{tablePath}/{folder}deletion_vector_{uuid}.bin";
            default:
                throw new InvalidDataException($"'{descriptor.StorageType}' is no storage type of a deletion vector.");
        }
    }

    // Size and checksum are big-endian, the bitmap between them little-endian.
    private static ReadOnlySpan<byte> Stored(ReadOnlySpan<byte> file, DeletionVectorDescriptor descriptor, string path)
    {
        var entry = file[(descriptor.Offset ?? 0)..];
        var size = BinaryPrimitives.ReadInt32BigEndian(entry);
        if (size != descriptor.SizeInBytes)
        {
            throw DeltaErrors.DeletionVectorSize(path, size, descriptor.SizeInBytes);
        }

        var bitmap = entry.Slice(4, size);
        return Crc32.Of(bitmap) == BinaryPrimitives.ReadUInt32BigEndian(entry[(4 + size)..]) ? bitmap : throw DeltaErrors.DeletionVectorChecksum(path);
    }
}
