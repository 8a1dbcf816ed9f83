using DataPlatform.Engines.SparkConnect.Arrow;
using DataPlatform.Engines.SparkConnect.Protos;
using DataPlatform.Plans;
using Google.Protobuf;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>Batches in pieces, and rows of the program that are sent.</summary>
public sealed class ResultTests : IAsyncLifetime
{
    private static readonly RangeRelation Plan = new(0, 3, 1);

    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("4.0.1", false)]
    [InlineData("4.1.0", true)]
    [InlineData("4.2.0", true)]
    [InlineData("5.0.0-SNAPSHOT", true)]
    public void Pieces_are_asked_for_where_the_server_knows_them(string version, bool expected)
    {
        _server.Service.Version = version;
        using var engine = _server.Connect();
        using var result = engine.Execute(Plan);
        Assert.Equal(3, result.Rows.Count());
        var options = _server.Service.Begun.Single().RequestOptions;
        Assert.Equal(expected, options.Any(option => option.ResultChunkingOptions?.AllowArrowBatchChunking == true));
        Assert.Contains(options, option => option.ReattachOptions?.Reattachable == true);
    }

    [Fact]
    public void Pieces_of_a_batch_are_joined()
    {
        var whole = Answers.Arrow(0, 100);
        _server.Service.Run = _ => [new() { Schema = Answers.Schema }, .. Pieces(whole, 3, 100), Answers.Batch(100), Answers.Complete];
        using var engine = _server.Connect();
        using var result = engine.Execute(Plan);
        Assert.Equal(Enumerable.Range(0, 101).Select(i => (long)i), result.Rows.Select(row => row.GetAs<long>(0)));
    }

    [Fact]
    public void A_piece_that_is_missing_is_noticed()
    {
        _server.Service.Run = _ => [new() { Schema = Answers.Schema }, .. Pieces(Answers.Arrow(0, 100), 3, 100).SkipLast(1), Answers.Complete];
        using var engine = _server.Connect();
        using var result = engine.Execute(Plan);
        Assert.Equal("SPARK_CONNECT_PROTOCOL_VIOLATED", Assert.Throws<DataPlatformException>(() => result.Rows.Count()).Code);
    }

    [Fact]
    public void Few_rows_of_the_program_go_inside_the_plan()
    {
        using var engine = _server.Connect();
        engine.Analyze(new Plans.Limit(Numbers(10), 1));
        var sent = _server.Service.Analyzed.Last().Schema.Plan.Root.Limit.Input;
        Assert.Equal(Relation.RelTypeOneofCase.LocalRelation, sent.RelTypeCase);
        Assert.Empty(_server.Service.Artifacts);
    }

    [Fact]
    public void Many_rows_of_the_program_are_sent_once_in_chunks_that_the_server_finds_by_their_hash()
    {
        using var engine = _server.Connect();
        var local = Numbers(25_000);
        engine.Analyze(new Plans.Limit(local, 1));
        engine.Analyze(new Plans.Limit(local, 2));
        engine.Analyze(new Plans.Limit(Numbers(25_000), 3));
        var sent = _server.Service.Analyzed.Last().Schema.Plan.Root.Limit.Input.ChunkedCachedLocalRelation;
        Assert.Equal(3, sent.DataHashes.Count);
        Assert.Equal(4, _server.Service.Artifacts.Count);
        Assert.Equal(1, _server.Service.ArtifactCalls);
        Assert.Equal(25_000, sent.DataHashes.Sum(hash => ArrowRows.Read(_server.Service.Artifacts[$"cache/{hash}"], local.Schema).Count()));
        Assert.Equal(local.Schema.Json, System.Text.Encoding.UTF8.GetString(_server.Service.Artifacts[$"cache/{sent.SchemaHash}"]));
    }

    [Fact]
    public void Many_rows_of_the_program_go_to_an_older_server_as_one_relation()
    {
        _server.Service.Version = "4.0.0";
        using var engine = _server.Connect();
        engine.Analyze(new Plans.Limit(Numbers(25_000), 1));
        var hash = _server.Service.Analyzed.Last().Schema.Plan.Root.Limit.Input.CachedLocalRelation.Hash;
        var relation = Protos.LocalRelation.Parser.ParseFrom(_server.Service.Artifacts[$"cache/{hash}"]);
        Assert.Equal(25_000, ArrowRows.Read(relation.Data.Memory, Numbers(0).Schema).Count());
    }

    private static Plans.LocalRelation Numbers(int count) =>
        new(Microsoft.Spark.Sql.Types.StructType.FromDdl("n BIGINT"), [.. Enumerable.Range(0, count).Select(i => new object?[] { (long)i })]);

    private static IEnumerable<ExecutePlanResponse> Pieces(byte[] batch, int count, int rows)
    {
        var size = (batch.Length + count - 1) / count;
        return Enumerable.Range(0, count).Select(i => new ExecutePlanResponse
        {
            ArrowBatch = new()
            {
                RowCount = rows,
                StartOffset = 0,
                ChunkIndex = i,
                NumChunksInBatch = count,
                Data = ByteString.CopyFrom(batch.AsSpan(i * size, Math.Min(size, batch.Length - (i * size)))),
            },
        });
    }
}
