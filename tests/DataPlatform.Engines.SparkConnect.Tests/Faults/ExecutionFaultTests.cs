using DataPlatform.Plans;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>Whatever becomes of the connection, an operation begins once and its rows come once and in order; or there is one clear error.</summary>
public sealed class ExecutionFaultTests : IAsyncLifetime
{
    private static readonly RangeRelation Plan = new(0, 3, 1);

    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_stream_that_breaks_goes_on_where_it_stopped(int position)
    {
        _server.Service.BeforeResponse = (stream, at, context) =>
        {
            if (stream == 0 && at == position)
            {
                context.GetHttpContext().Abort();
            }

            return true;
        };
        Assert.Equal([0L, 1, 2], Rows());
        Assert.Single(_server.Service.Begun);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_stream_that_ends_without_a_last_response_is_taken_up_again(int position)
    {
        _server.Service.BeforeResponse = (stream, at, _) => stream > 0 || at < position;
        Assert.Equal([0L, 1, 2], Rows());
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void Every_response_in_a_stream_of_its_own_gives_each_row_once()
    {
        _server.Service.Run = _ => Answers.Rows(20);
        _server.Service.BeforeResponse = (stream, at, _) => at <= stream;
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), Rows());
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void A_command_whose_first_call_never_arrived_is_sent_again()
    {
        _server.Service.BeforeStream = (stream, _) => Fail(stream < 1, StatusCode.Unavailable);
        Command();
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void A_command_that_began_before_its_call_broke_is_not_sent_again()
    {
        var begins = 0;
        _server.Service.Run = _ => [Answers.Complete];
        _server.Service.BeforeStream = (_, isNew) => begins += isNew ? 1 : 0;
        _server.Service.BeforeResponse = (stream, _, context) =>
        {
            if (stream < 2)
            {
                context.GetHttpContext().Abort();
            }

            return true;
        };
        Command();
        Assert.Equal(1, begins);
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void A_retry_that_the_server_asks_for_is_made()
    {
        _server.Service.BeforeStream = (stream, _) =>
        {
            if (stream == 0)
            {
                throw new Status { Code = (int)StatusCode.ResourceExhausted, Message = "busy", Details = { Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(5)) }) } }.ToRpcException();
            }
        };
        Assert.Equal([0L, 1, 2], Rows());
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void A_cursor_that_another_call_took_over_is_taken_back()
    {
        _server.Service.BeforeResponse = (stream, at, _) =>
        {
            if (stream == 0 && at == 2)
            {
                throw FakeService.Refusal(StatusCode.Internal, "INVALID_CURSOR.DISCONNECTED");
            }

            return true;
        };
        Assert.Equal([0L, 1, 2], Rows());
    }

    [Fact]
    public void A_server_that_does_not_come_back_is_a_transient_error()
    {
        _server.Service.BeforeStream = (_, _) => Fail(true, StatusCode.Unavailable);
        var error = Assert.Throws<DataPlatformException>(() => Rows());
        Assert.Equal("SPARK_CONNECT_UNAVAILABLE", error.Code);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void A_server_that_never_completes_is_a_transient_error()
    {
        _server.Service.Run = _ => Answers.Rows(3).SkipLast(1);
        var error = Assert.Throws<DataPlatformException>(() => Rows());
        Assert.Equal("SPARK_CONNECT_RESULT_INCOMPLETE", error.Code);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void A_server_that_was_restarted_is_a_transient_error_and_the_command_is_not_sent_again()
    {
        using var engine = _server.Connect();
        _server.Service.BeforeResponse = (_, _, context) =>
        {
            _server.Service.ServerSideSessionId = "server-2";
            context.GetHttpContext().Abort();
            return true;
        };
        var error = Assert.Throws<DataPlatformException>(() => engine.Execute(new DropTempView("v", IsGlobal: false)));
        Assert.Equal("SPARK_CONNECT_SESSION_LOST", error.Code);
        Assert.True(error.IsTransient);
        Assert.Single(_server.Service.Begun);
        Assert.True(engine.HasEnded);
        Assert.Equal("SPARK_CONNECT_SESSION_LOST", Assert.Throws<DataPlatformException>(() => engine.Analyze(Plan)).Code);
    }

    [Fact]
    public void An_answer_of_another_server_is_noticed()
    {
        using var engine = _server.Connect();
        _server.Service.BeforeResponse = (_, at, _) =>
        {
            _server.Service.ServerSideSessionId = at > 1 ? "server-2" : "server-1";
            return true;
        };
        using var result = engine.Execute(Plan);
        Assert.Equal("SPARK_CONNECT_SESSION_LOST", Assert.Throws<DataPlatformException>(() => result.Rows.Count()).Code);
    }

    [Fact]
    public void An_answer_for_another_session_is_refused()
    {
        using var engine = _server.Connect();
        _server.Service.SessionIdInAnswers = Guid.NewGuid().ToString();
        Assert.Equal("SPARK_CONNECT_PROTOCOL_VIOLATED", Assert.Throws<DataPlatformException>(() => engine.Execute(Plan)).Code);
        Assert.Equal("SPARK_CONNECT_PROTOCOL_VIOLATED", Assert.Throws<DataPlatformException>(() => engine.Analyze(Plan)).Code);
    }

    [Fact]
    public void Results_that_the_server_dropped_before_they_were_read_are_a_transient_error()
    {
        _server.Service.BeforeResponse = (stream, at, _) =>
            stream == 0 ? at < 2 : throw FakeService.Refusal(StatusCode.Internal, "INVALID_HANDLE.OPERATION_NOT_FOUND");
        var error = Assert.Throws<DataPlatformException>(() => Rows());
        Assert.Equal("SPARK_CONNECT_OPERATION_LOST", error.Code);
        Assert.True(error.IsTransient);
        Assert.Single(_server.Service.Begun);
    }

    [Fact]
    public void Rows_that_are_missing_between_batches_are_noticed()
    {
        _server.Service.Run = _ => [new() { Schema = Answers.Schema }, Answers.Batch(0), Answers.Batch(2), Answers.Complete];
        Assert.Equal("SPARK_CONNECT_PROTOCOL_VIOLATED", Assert.Throws<DataPlatformException>(() => Rows()).Code);
    }

    [Fact]
    public void Calls_are_made_again_while_the_server_is_not_to_be_reached()
    {
        using var engine = _server.Connect();
        var calls = 0;
        _server.Service.BeforeCall = () => Fail(calls++ < 3, StatusCode.Unavailable);
        Assert.Equal("id", engine.Analyze(Plan).Fields[0].Name);
        Assert.Equal(4, calls);
    }

    [Fact]
    public void A_refused_call_is_not_made_again()
    {
        using var engine = _server.Connect();
        var calls = 0;
        _server.Service.BeforeCall = () => Fail(calls++ < 3, StatusCode.InvalidArgument);
        Assert.Equal("SPARK_CONNECT_FAILED", Assert.Throws<DataPlatformException>(() => engine.Analyze(Plan)).Code);
        Assert.Equal(1, calls);
    }

    private static void Fail(bool now, StatusCode code)
    {
        if (now)
        {
            throw new RpcException(new Grpc.Core.Status(code, "as the test wants"));
        }
    }

    private List<long> Rows()
    {
        using var engine = _server.Connect();
        using var result = engine.Execute(Plan);
        return [.. result.Rows.Select(row => row.GetAs<long>(0))];
    }

    private void Command()
    {
        using var engine = _server.Connect();
        engine.Execute(new DropTempView("v", IsGlobal: false));
    }
}
