using System.IO.Hashing;
using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf;

namespace DataPlatform.Engines.SparkConnect.Artifacts;

/// <summary>Artifacts as the messages that carry them: small ones together, a large one in chunks.</summary>
internal static class ArtifactMessages
{
    /// <summary>How much goes into one message, as in Spark's clients.</summary>
    public const int ChunkBytes = 32 * 1024;

    public static IEnumerable<AddArtifactsRequest> Of(IReadOnlyList<KeyValuePair<string, byte[]>> artifacts) => artifacts.SelectMany(artifact =>
        artifact.Value.Length <= ChunkBytes ? [Whole(artifact.Key, artifact.Value)] : Chunks(artifact.Key, artifact.Value));

    private static AddArtifactsRequest Whole(string name, byte[] content)
    {
        var batch = new AddArtifactsRequest.Types.Batch();
        batch.Artifacts.Add(new AddArtifactsRequest.Types.SingleChunkArtifact { Name = name, Data = Chunk(content) });
        return new AddArtifactsRequest { Batch = batch };
    }

    private static IEnumerable<AddArtifactsRequest> Chunks(string name, byte[] content)
    {
        yield return new AddArtifactsRequest
        {
            BeginChunk = new AddArtifactsRequest.Types.BeginChunkedArtifact
            {
                Name = name,
                TotalBytes = content.Length,
                NumChunks = (content.Length + ChunkBytes - 1) / ChunkBytes,
                InitialChunk = Chunk(content.AsMemory(0, ChunkBytes)),
            },
        };
        for (var start = ChunkBytes; start < content.Length; start += ChunkBytes)
        {
            yield return new AddArtifactsRequest { Chunk = Chunk(content.AsMemory(start, Math.Min(ChunkBytes, content.Length - start))) };
        }
    }

    private static AddArtifactsRequest.Types.ArtifactChunk Chunk(ReadOnlyMemory<byte> bytes) =>
        new() { Data = UnsafeByteOperations.UnsafeWrap(bytes), Crc = Crc32.HashToUInt32(bytes.Span) };
}
