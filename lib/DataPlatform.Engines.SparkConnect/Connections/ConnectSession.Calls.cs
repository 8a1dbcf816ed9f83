using DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Connections;

internal sealed partial class ConnectSession
{
    /// <summary>Asks about a plan, or the server.</summary>
    /// <param name="request">The question; ids are filled in.</param>
    /// <param name="policy">The retries; null: as for all.</param>
    public AnalyzePlanResponse Analyze(AnalyzePlanRequest request, RetryPolicy? policy = null)
    {
        Addressed(request);
        var response = Call((client, options) => client.AnalyzePlan(request, options), policy);
        Observe(response.SessionId, response.ServerSideSessionId);
        return response;
    }

    /// <summary>Asks for settings or changes them.</summary>
    public ConfigResponse Config(ConfigRequest.Types.Operation operation)
    {
        var request = Addressed(new ConfigRequest { Operation = operation });
        var response = Call((client, options) => client.Config(request, options));
        Observe(response.SessionId, response.ServerSideSessionId);
        return response;
    }

    /// <summary>Which of these artifacts the session has.</summary>
    public IReadOnlySet<string> Present(IEnumerable<string> artifacts)
    {
        var request = Addressed(new ArtifactStatusesRequest { Names = { artifacts } });
        var response = Call((client, options) => client.ArtifactStatus(request, options));
        Observe(response.SessionId, response.ServerSideSessionId);
        return response.Statuses.Where(status => status.Value.Exists).Select(status => status.Key).ToHashSet();
    }

    /// <summary>Sends artifacts; those of a name that is there are replaced.</summary>
    public void Send(Func<IEnumerable<AddArtifactsRequest>> messages)
    {
        var response = Call((client, options) =>
        {
            using var call = client.AddArtifacts(options);
            return Write(call, messages()).GetAwaiter().GetResult();
        });
        Observe(response.SessionId, response.ServerSideSessionId);
        foreach (var artifact in response.Artifacts.Where(artifact => !artifact.IsCrcSuccessful))
        {
            throw SparkConnectErrors.ArtifactDamaged(artifact.Name);
        }
    }

    /// <summary>Asks the server to end an operation, in the background.</summary>
    public void Interrupt(string operationId) => CallInBackground((client, options) => client.InterruptAsync(
        Addressed(new InterruptRequest { InterruptType = InterruptRequest.Types.InterruptType.OperationId, OperationId = operationId }), options).ResponseAsync);

    /// <summary>
    /// Asks the server to end all that the session runs, and waits for the answer, up to some seconds. Whoever waits for these operations is told by an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public void InterruptAll()
    {
        _isInterrupted = true;
        CallInBackground((client, options) => client.InterruptAsync(
            Addressed(new InterruptRequest { InterruptType = InterruptRequest.Types.InterruptType.All }), options).ResponseAsync);
        _background.Finish(EndTimeout);
    }

    private async Task<AddArtifactsResponse> Write(
        Grpc.Core.AsyncClientStreamingCall<AddArtifactsRequest, AddArtifactsResponse> call, IEnumerable<AddArtifactsRequest> messages)
    {
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(Addressed(message)).ConfigureAwait(false);
        }

        await call.RequestStream.CompleteAsync().ConfigureAwait(false);
        return await call.ResponseAsync.ConfigureAwait(false);
    }
}
