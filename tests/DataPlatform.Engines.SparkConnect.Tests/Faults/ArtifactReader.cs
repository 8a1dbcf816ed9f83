using System.IO.Hashing;
using DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>Puts artifacts together from the messages that carry them, as a server does.</summary>
internal sealed class ArtifactReader
{
    private string? _name;
    private long _chunksLeft;

    public Dictionary<string, byte[]> Artifacts { get; } = [];

    public bool IsIntact { get; private set; } = true;

    public void Take(AddArtifactsRequest message)
    {
        switch (message.PayloadCase)
        {
            case AddArtifactsRequest.PayloadOneofCase.Batch:
                message.Batch.Artifacts.ToList().ForEach(artifact => Artifacts[artifact.Name] = Checked(artifact.Data));
                break;
            case AddArtifactsRequest.PayloadOneofCase.BeginChunk:
                _name = message.BeginChunk.Name;
                _chunksLeft = message.BeginChunk.NumChunks - 1;
                Artifacts[_name] = Checked(message.BeginChunk.InitialChunk);
                break;
            case AddArtifactsRequest.PayloadOneofCase.Chunk when _chunksLeft-- > 0:
                Artifacts[_name!] = [.. Artifacts[_name!], .. Checked(message.Chunk)];
                break;
            default:
                throw new InvalidOperationException($"A {message.PayloadCase} came where none was due.");
        }
    }

    private byte[] Checked(AddArtifactsRequest.Types.ArtifactChunk chunk)
    {
        IsIntact &= Crc32.HashToUInt32(chunk.Data.Span) == chunk.Crc;
        return chunk.Data.ToByteArray();
    }
}
