using System.Collections.Concurrent;
using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>What the fake server does with each call, and what it saw.</summary>
internal sealed class FakeService : SparkConnectService.SparkConnectServiceBase
{
    private readonly ConcurrentDictionary<string, FakeOperation> _operations = new();
    private int _streams;

    public string ServerSideSessionId { get; set; } = "server-1";

    public string? SessionIdInAnswers { get; set; }

    public string Version { get; set; } = "4.2.0";

    /// <summary>What an operation answers with; ids are filled in.</summary>
    public Func<ExecutePlanRequest, IEnumerable<ExecutePlanResponse>> Run { get; set; } = _ => Answers.Rows(3);

    /// <summary>Called for each stream of results before the operation is looked up: stream number (from 0) and whether it begins an operation. What it throws is the fault.</summary>
    public Action<int, bool> BeforeStream { get; set; } = (_, _) => { };

    /// <summary>Called for each stream of results and response that is due: stream number and position. What it throws is the fault; false ends the stream.</summary>
    public Func<int, int, ServerCallContext, bool> BeforeResponse { get; set; } = (_, _, _) => true;

    public Action BeforeCall { get; set; } = () => { };

    public Dictionary<string, FetchErrorDetailsResponse> Errors { get; } = [];

    public ConcurrentDictionary<string, string> Settings { get; } = new();

    public ConcurrentDictionary<string, byte[]> Artifacts { get; } = new();

    public int ArtifactCalls { get; private set; }

    /// <summary>Operations that began, each time that they did: the effects of commands.</summary>
    public ConcurrentQueue<ExecutePlanRequest> Begun { get; } = new();

    public ConcurrentQueue<string> Interrupted { get; } = new();

    public ConcurrentQueue<ReleaseExecuteRequest> Released { get; } = new();

    public ConcurrentQueue<string> ReleasedSessions { get; } = new();

    public ConcurrentQueue<AnalyzePlanRequest> Analyzed { get; } = new();

    public ConcurrentQueue<Metadata> Headers { get; } = new();

    public override async Task ExecutePlan(ExecutePlanRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        var stream = Begin(context, begins: true);
        var operation = new FakeOperation(request.OperationId, [.. Run(request).Select((response, i) => Identified(response, request, i))]);
        if (!_operations.TryAdd(request.OperationId, operation))
        {
            throw Refusal(StatusCode.Internal, "INVALID_HANDLE.OPERATION_ALREADY_EXISTS");
        }

        Begun.Enqueue(request);
        await Write(operation, 0, stream, responseStream, context);
    }

    public override async Task ReattachExecute(ReattachExecuteRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        var stream = Begin(context, begins: false);
        CheckSession(request.HasClientObservedServerSideSessionId ? request.ClientObservedServerSideSessionId : null);
        var operation = _operations.GetValueOrDefault(request.OperationId) ?? throw Refusal(StatusCode.Internal, "INVALID_HANDLE.OPERATION_NOT_FOUND");
        await Write(operation, operation.After(request.HasLastResponseId ? request.LastResponseId : null), stream, responseStream, context);
    }

    public override Task<AnalyzePlanResponse> AnalyzePlan(AnalyzePlanRequest request, ServerCallContext context)
    {
        Headers.Enqueue(context.RequestHeaders);
        BeforeCall();
        CheckSession(request.HasClientObservedServerSideSessionId ? request.ClientObservedServerSideSessionId : null);
        Analyzed.Enqueue(request);
        var response = new AnalyzePlanResponse { SessionId = SessionIdInAnswers ?? request.SessionId, ServerSideSessionId = ServerSideSessionId };
        switch (request.AnalyzeCase)
        {
            case AnalyzePlanRequest.AnalyzeOneofCase.SparkVersion:
                response.SparkVersion = new() { Version = Version };
                break;
            default:
                response.Schema = new() { Schema_ = Answers.Schema };
                break;
        }

        return Task.FromResult(response);
    }

    public override Task<ConfigResponse> Config(ConfigRequest request, ServerCallContext context)
    {
        BeforeCall();
        var response = new ConfigResponse { SessionId = SessionIdInAnswers ?? request.SessionId, ServerSideSessionId = ServerSideSessionId };
        switch (request.Operation.OpTypeCase)
        {
            case ConfigRequest.Types.Operation.OpTypeOneofCase.GetAll:
                response.Pairs.AddRange(Settings.Select(setting => new KeyValue { Key = setting.Key, Value = setting.Value }));
                break;
            case ConfigRequest.Types.Operation.OpTypeOneofCase.Set:
                request.Operation.Set.Pairs.ToList().ForEach(pair => Settings[pair.Key] = pair.Value);
                break;
            case ConfigRequest.Types.Operation.OpTypeOneofCase.GetOption:
                response.Pairs.Add(Settings.TryGetValue(request.Operation.GetOption.Keys[0], out var value)
                    ? new KeyValue { Key = request.Operation.GetOption.Keys[0], Value = value }
                    : new KeyValue { Key = request.Operation.GetOption.Keys[0] });
                break;
            default:
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unimplemented, "not here"));
        }

        return Task.FromResult(response);
    }

    public override Task<ArtifactStatusesResponse> ArtifactStatus(ArtifactStatusesRequest request, ServerCallContext context)
    {
        var response = new ArtifactStatusesResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSideSessionId };
        foreach (var name in request.Names)
        {
            response.Statuses[name] = new() { Exists = Artifacts.ContainsKey(name) };
        }

        return Task.FromResult(response);
    }

    public override async Task<AddArtifactsResponse> AddArtifacts(IAsyncStreamReader<AddArtifactsRequest> requestStream, ServerCallContext context)
    {
        ArtifactCalls++;
        var reader = new ArtifactReader();
        var sessionId = "";
        await foreach (var message in requestStream.ReadAllAsync())
        {
            sessionId = message.SessionId;
            reader.Take(message);
        }

        foreach (var (name, content) in reader.Artifacts)
        {
            Artifacts[name] = content;
        }

        var response = new AddArtifactsResponse { SessionId = sessionId, ServerSideSessionId = ServerSideSessionId };
        response.Artifacts.AddRange(reader.Artifacts.Keys.Select(name => new AddArtifactsResponse.Types.ArtifactSummary { Name = name, IsCrcSuccessful = reader.IsIntact }));
        return response;
    }

    public override Task<InterruptResponse> Interrupt(InterruptRequest request, ServerCallContext context)
    {
        Interrupted.Enqueue(request.OperationId);
        return Task.FromResult(new InterruptResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSideSessionId });
    }

    public override Task<ReleaseExecuteResponse> ReleaseExecute(ReleaseExecuteRequest request, ServerCallContext context)
    {
        Released.Enqueue(request);
        return Task.FromResult(new ReleaseExecuteResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSideSessionId });
    }

    public override Task<ReleaseSessionResponse> ReleaseSession(ReleaseSessionRequest request, ServerCallContext context)
    {
        ReleasedSessions.Enqueue(request.SessionId);
        return Task.FromResult(new ReleaseSessionResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSideSessionId });
    }

    public override Task<FetchErrorDetailsResponse> FetchErrorDetails(FetchErrorDetailsRequest request, ServerCallContext context) =>
        Task.FromResult(Errors.GetValueOrDefault(request.ErrorId) ?? throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "no such error")));

    /// <summary>An error as a Spark server gives it: with its condition, and under an id where details are to be fetched.</summary>
    public static RpcException Refusal(StatusCode code, string condition, string? errorId = null, string classes = "[\"org.apache.spark.SparkSQLException\"]")
    {
        var info = new ErrorInfo { Reason = "org.apache.spark.SparkSQLException", Domain = "org.apache.spark", Metadata = { ["errorClass"] = condition, ["classes"] = classes, ["sqlState"] = "HY000" } };
        if (errorId is not null)
        {
            info.Metadata["errorId"] = errorId;
        }

        return new Status { Code = (int)code, Message = $"[{condition}] refused", Details = { Any.Pack(info) } }.ToRpcException();
    }

    private int Begin(ServerCallContext context, bool begins)
    {
        Headers.Enqueue(context.RequestHeaders);
        var stream = Interlocked.Increment(ref _streams) - 1;
        BeforeStream(stream, begins);
        return stream;
    }

    private void CheckSession(string? observed)
    {
        if (observed is not null && observed != ServerSideSessionId)
        {
            throw Refusal(StatusCode.Internal, "INVALID_HANDLE.SESSION_CHANGED");
        }
    }

    private ExecutePlanResponse Identified(ExecutePlanResponse response, ExecutePlanRequest request, int position)
    {
        response.SessionId = SessionIdInAnswers ?? request.SessionId;
        response.OperationId = request.OperationId;
        response.ResponseId = $"response-{position}";
        return response;
    }

    private async Task Write(FakeOperation operation, int start, int stream, IServerStreamWriter<ExecutePlanResponse> writer, ServerCallContext context)
    {
        for (var position = start; position < operation.Responses.Count; position++)
        {
            if (!BeforeResponse(stream, position, context))
            {
                return;
            }

            var response = operation.Responses[position].Clone();
            response.ServerSideSessionId = ServerSideSessionId;
            await writer.WriteAsync(response);
        }
    }
}
