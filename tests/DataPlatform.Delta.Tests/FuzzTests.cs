using System.Text;
using CsCheck;

namespace DataPlatform.Delta.Tests;

/// <summary>Damaged bytes are read or refused by a coded error; they are never another kind of failure.</summary>
public sealed class FuzzTests
{
    private const string Commit = """
        {"commitInfo":{"timestamp":1,"operation":"WRITE","operationParameters":{"mode":"Append"},"isBlindAppend":true,"txnId":"x"}}
        {"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}}
        {"metaData":{"id":"t","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":["p"],"configuration":{"a":"b"},"createdTime":5}}
        {"txn":{"appId":"app","version":7,"lastUpdated":9}}
        {"domainMetadata":{"domain":"d","configuration":"{}","removed":false}}
        {"sidecar":{"path":"s","sizeInBytes":1,"modificationTime":2}}
        {"add":{"path":"a%20b","partitionValues":{"p":null},"size":1,"modificationTime":2,"dataChange":true,"stats":"{\"numRecords\":3,\"minValues\":{\"id\":1}}","tags":{},"deletionVector":{"storageType":"u","pathOrInlineDv":"abc","offset":4,"sizeInBytes":40,"cardinality":6}}}
        {"remove":{"path":"x","deletionTimestamp":1,"dataChange":true,"extendedFileMetadata":true,"partitionValues":{},"size":5}}
        """;

    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(Commit);

    private static readonly string[] Pieces =
        ["null", "{}", "[]", "\"", "}", "{", ",", ":", "1e999", "-1", "99999999999999999999", "true", "\n", "\\u0000", "\\ud800", "\"path\"", "4294967297"];

    [Fact]
    public void Read_commit_with_changed_bytes_is_read_or_refused_by_code() => Gen
        .Select(Gen.Int[0, Valid.Length - 1], Gen.Byte).Array[1, 3]
        .Sample(
            changes =>
            {
                var bytes = (byte[])Valid.Clone();
                foreach (var (position, value) in changes)
                {
                    bytes[position] = value;
                }

                return IsReadOrRefused(bytes);
            },
            iter: 4_000);

    [Fact]
    public void Read_commit_with_a_piece_in_place_of_another_is_read_or_refused_by_code() => Gen
        .Select(Gen.Int[0, Commit.Length - 1], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1])
        .Sample(
            change =>
            {
                var (position, length, piece) = change;
                var text = Commit.Remove(position, Math.Min(length, Commit.Length - position)).Insert(position, Pieces[piece]);
                return IsReadOrRefused(Encoding.UTF8.GetBytes(text));
            },
            iter: 4_000);

    [Fact]
    public void Read_commit_cut_short_within_a_line_is_refused()
    {
        for (var length = 0; length < Valid.Length; length++)
        {
            var isWholeLine = length > 0 && (Valid[length - 1] == '\n' || Valid[length] == '\n');
            var refused = Record.Exception(() => ActionReader.Read(Valid.AsSpan(0, length), "file", 1)) is DataPlatformException;
            Assert.True(refused != isWholeLine, $"cut at {length}");
        }
    }

    [Fact]
    public void Load_vector_of_any_bytes_is_read_or_refused_by_code() => Gen.Byte.Array[0, 60].Sample(
        bytes =>
        {
            byte[] framed = [0x91, 0xD3, 0x39, 0x64, .. bytes];
            try
            {
                RoaringReader.Read(framed, 0);
                return true;
            }
            catch (Exception refused) when (refused is InvalidDataException or OverflowException or ArgumentOutOfRangeException)
            {
                return true;
            }
        },
        iter: 4_000);

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            var actions = ActionReader.Read(bytes, "file", 1);
            _ = actions.Metadata?.Schema;
            foreach (var add in actions.Adds)
            {
                _ = (add.Key, add.NumRecords, add.AbsolutePath("/t"), FileColumn.Resolve(new Metadata { Id = "", SchemaString = "" }, ["id"]));
            }

            return true;
        }
        catch (DataPlatformException error)
        {
            return error.Code is "DELTA_LOG_FILE_BROKEN" or "INVALID_JSON_DATA_TYPE";
        }
    }
}
