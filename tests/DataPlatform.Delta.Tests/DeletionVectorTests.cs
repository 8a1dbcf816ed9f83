using System.Buffers.Binary;

namespace DataPlatform.Delta.Tests;

public sealed class DeletionVectorTests : IDisposable
{
    private const string Inline = "^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PathOf_relative_vector_is_the_file_of_the_protocols_example()
    {
        // PROTOCOL.md, "Deletion Vector Descriptor Schema".
        var descriptor = new DeletionVectorDescriptor("u", "ab^-aqEH.-t@S}K{vb[*k^", 4, 40, 6);
        Assert.Equal("/t/ab/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin", DeletionVector.PathOf(descriptor, "/t"));
    }

    [Fact]
    public void Load_inline_vector_has_the_rows_that_other_readers_find()
    {
        // The vector of delta-kernel-rs' own tests; that of PROTOCOL.md is in a form that no reader accepts.
        var descriptor = new DeletionVectorDescriptor("i", Inline, null, 44, 6);
        Assert.Equal([3, 4, 7, 11, 18, 29], DeletionVector.Load(descriptor, "/t", LocalLogStore.Instance));
    }

    [Fact]
    public void Load_stored_vector_is_read_at_its_offset()
    {
        var (path, bitmap) = Write();
        Assert.Equal([3, 4, 7, 11, 18, 29], DeletionVector.Load(new("p", path, 1, bitmap.Length, 6), "/t", LocalLogStore.Instance));
    }

    [Theory]
    [InlineData(10, 44, 6, "DELTA_DELETION_VECTOR_CHECKSUM_MISMATCH")]
    [InlineData(-1, 43, 6, "DELTA_DELETION_VECTOR_SIZE_MISMATCH")]
    [InlineData(-1, 44, 7, "DELTA_DELETION_VECTOR_CARDINALITY_MISMATCH")]
    public void Load_what_does_not_fit_the_descriptor_is_refused(int damagedByte, int size, long cardinality, string code)
    {
        var (path, _) = Write();
        if (damagedByte >= 0)
        {
            var bytes = File.ReadAllBytes(path);
            bytes[damagedByte] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        var error = Assert.Throws<DataPlatformException>(() => DeletionVector.Load(new("p", path, 1, size, cardinality), "/t", LocalLogStore.Instance));
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("p", "/missing/file.bin")]
    [InlineData("u", "short")]
    [InlineData("i", "^Bg9^")]
    [InlineData("i", "~~~~~")]
    [InlineData("x", "what")]
    public void Load_what_cannot_be_read_is_an_error_and_never_no_rows(string type, string content)
    {
        var error = Assert.Throws<DataPlatformException>(() => DeletionVector.Load(new(type, content, 1, 40, 6), "/t", LocalLogStore.Instance));
        Assert.Equal("DELTA_DELETION_VECTOR_BROKEN", error.Code);
    }

    [SkippableTheory]
    [InlineData("delta-rs", "table-with-dv-small", new long[] { 0, 9 })]
    public void Load_upstream_vector_marks_the_rows_that_upstream_deleted(string source, string name, long[] rows)
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var snapshot = Open(UpstreamTable.Named(source, name).Folder);
        Assert.Equal(rows, DeletionVector.Load(snapshot.AllFiles.Single().DeletionVector!, snapshot.TablePath, LocalLogStore.Instance));
    }

    [SkippableTheory]
    [InlineData("delta-spark", "table-with-dv-large")]
    [InlineData("delta-spark", "basic-dv-with-checkpoint")]
    [InlineData("delta-golden", "dv-partitioned-with-checkpoint")]
    [InlineData("delta-golden", "log-replay-dv-key-cases")]
    [InlineData("delta-kernel-rs", "cdf-table-with-dv")]
    [InlineData("delta-kernel-rs", "compacted-log-files-table")]
    [InlineData("delta-kernel-rs", "v2-parquet-sidecars-struct-stats-only")]
    public void Load_every_upstream_vector_can_be_read_and_fits_its_file(string source, string name)
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var copy = _folder.Copy(UpstreamTable.Named(source, name).Folder);

        // Spark's own tests put a mark before the names, of which the log knows nothing.
        foreach (var marked in Directory.EnumerateFiles(copy, "test%dv%prefix-*"))
        {
            File.Move(marked, marked.Replace("test%dv%prefix-", "", StringComparison.Ordinal));
        }

        var snapshot = Open(copy);
        foreach (var file in snapshot.AllFiles.Where(file => file.DeletionVector is not null))
        {
            var rows = DeletionVector.Load(file.DeletionVector!, snapshot.TablePath, LocalLogStore.Instance);
            Assert.Equal(rows.Order().Distinct(), rows);
            Assert.True(rows[^1] < (file.NumRecords ?? long.MaxValue));
        }
    }

    [Fact]
    public void Read_every_kind_of_container_and_the_high_half_are_understood()
    {
        // Laid out by hand after the Roaring format specification: key 0 with runs and bits, key 2 with an array.
        var bytes = new List<byte>();
        void Int32(int value) => bytes.AddRange(Bytes(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, value)));
        void UInt16(ushort value) => bytes.AddRange(Bytes(2, span => BinaryPrimitives.WriteUInt16LittleEndian(span, value)));
        Int32(1681511377);
        bytes.AddRange(Bytes(8, span => BinaryPrimitives.WriteInt64LittleEndian(span, 2)));
        Int32(0);
        Int32(12347 | (1 << 16));
        bytes.Add(0b01);
        UInt16(0);
        UInt16(4);
        UInt16(3);
        UInt16(4999);
        UInt16(2);
        UInt16(5);
        UInt16(2);
        UInt16(100);
        UInt16(1);
        bytes.AddRange(Enumerable.Repeat((byte)0xFF, 625));
        bytes.AddRange(new byte[8192 - 625]);
        Int32(2);
        Int32(12346);
        Int32(1);
        UInt16(1);
        UInt16(1);
        Int32(16);
        UInt16(7);
        UInt16(65535);
        var expected = new long[] { 5, 6, 7, 100, 101 }
            .Concat(Enumerable.Range(0, 5000).Select(i => (3L << 16) + i))
            .Concat([(2L << 32) + (1 << 16) + 7, (2L << 32) + (1 << 16) + 65535]);
        Assert.Equal(expected, RoaringReader.Read([.. bytes], 0));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(int count, Action<Span<byte>> write)
    {
        var bytes = new byte[count];
        write(bytes);
        return bytes;
    }

    private static Snapshot Open(string folder) => DeltaLog.ForTable(
        folder,
        LocalLogStore.Instance,
        DuckDbParquet.Instance,
        TimeProvider.System,
        new HashSet<string> { TableFeature.DeletionVectors }).Latest();

    private (string Path, byte[] Bitmap) Write()
    {
        var bitmap = Base85.Decode(Inline)[..44];
        var path = $"{_folder.Path}/vector.bin";
        byte[] file =
        [
            1,
            .. Bytes(4, span => BinaryPrimitives.WriteInt32BigEndian(span, bitmap.Length)),
            .. bitmap,
            .. Bytes(4, span => BinaryPrimitives.WriteUInt32BigEndian(span, Crc32.Of(bitmap))),
        ];
        File.WriteAllBytes(path, file);
        return (path, bitmap);
    }
}
