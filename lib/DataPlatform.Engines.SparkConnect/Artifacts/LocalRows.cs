using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DataPlatform.Engines.SparkConnect.Arrow;
using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Plans;
using Google.Protobuf;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Artifacts;

/// <summary>
/// Rows of the program as Arrow: few inside the plan, many through the session's artifacts, where they are found by the hash of their content and sent once.
/// What was made of rows is kept as long as the rows are.
/// </summary>
internal sealed class LocalRows(ConnectSession session, ServerVersion server)
{
    /// <summary>How many rows one Arrow stream holds at most; the server reads them one by one.</summary>
    private const int RowsOfChunk = 10_000;

    /// <summary>From this size on rows go through the artifacts.</summary>
    private const int InlineBytes = 1024 * 1024;

    private readonly ConditionalWeakTable<IReadOnlyList<object?[]>, Sent> _sent = [];

    public Proto.Relation Relation(LocalRelation local)
    {
        if (_sent.TryGetValue(local.Rows, out var before) && before.Schema == local.Schema)
        {
            return before.Relation.Clone();
        }

        var relation = Send(local);
        _sent.AddOrUpdate(local.Rows, new Sent(local.Schema, relation));
        return relation.Clone();
    }

    private Proto.Relation Send(LocalRelation local)
    {
        var schema = local.Schema.Json;
        if (local.Rows.Count == 0)
        {
            return new Proto.Relation { LocalRelation = new Proto.LocalRelation { Schema = schema } };
        }

        var chunks = ArrowWriter.WriteChunks(local.Schema, local.Rows, chunkRows: RowsOfChunk).ToList();
        if (chunks.Count == 1 && chunks[0].Length <= InlineBytes)
        {
            return new Proto.Relation { LocalRelation = Inline(chunks[0], schema) };
        }

        return server.IsAtLeast(4, 1) ? Chunked(chunks, schema) : Whole(ArrowWriter.Write(local.Schema, local.Rows), schema);
    }

    private static Proto.LocalRelation Inline(byte[] arrow, string schema) => new() { Data = UnsafeByteOperations.UnsafeWrap(arrow), Schema = schema };

    private Proto.Relation Chunked(List<byte[]> chunks, string schema)
    {
        var hashes = Cache([.. chunks, Encoding.UTF8.GetBytes(schema)]);
        var relation = new Proto.ChunkedCachedLocalRelation { SchemaHash = hashes[^1] };
        relation.DataHashes.AddRange(hashes.SkipLast(1));
        return new Proto.Relation { ChunkedCachedLocalRelation = relation };
    }

    private Proto.Relation Whole(byte[] arrow, string schema) => new()
    {
        CachedLocalRelation = new Proto.CachedLocalRelation { Hash = Cache([Inline(arrow, schema).ToByteArray()])[0] },
    };

    private List<string> Cache(IReadOnlyList<byte[]> contents)
    {
        var hashes = contents.Select(content => Convert.ToHexStringLower(SHA256.HashData(content))).ToList();
        var artifacts = hashes.Zip(contents, (hash, content) => KeyValuePair.Create($"cache/{hash}", content)).DistinctBy(artifact => artifact.Key).ToList();
        var present = session.Present(artifacts.Select(artifact => artifact.Key));
        var missing = artifacts.FindAll(artifact => !present.Contains(artifact.Key));
        if (missing.Count > 0)
        {
            session.Send(() => ArtifactMessages.Of(missing));
        }

        return hashes;
    }

    private sealed record Sent(Microsoft.Spark.Sql.Types.StructType Schema, Proto.Relation Relation);
}
