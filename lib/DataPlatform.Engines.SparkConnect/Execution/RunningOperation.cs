using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Protos;
using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Execution;

/// <summary>
/// An operation that runs on the server, and what comes back of it. Responses are received in the background, one batch ahead of the reader and no more.
/// Disposing ends it, on the server too where it has not ended.
/// </summary>
internal sealed class RunningOperation : IDisposable
{
    private readonly ConnectSession _session;
    private readonly ReattachableExecution _execution;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<ReadOnlyMemory<byte>> _batches = Channel.CreateBounded<ReadOnlyMemory<byte>>(1);
    private readonly TaskCompletionSource<Proto.DataType?> _schema = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ArrowBatches _assembly = new();
    private readonly Action<QueryProgress>? _progress;
    private readonly Activity? _activity;
    private readonly Task _receiving;
    private readonly string _id = Guid.NewGuid().ToString("D");
    private readonly long _startedAt;

    private RunningOperation(ConnectSession session, Plan plan, bool chunked, Action<QueryProgress>? progress, CancellationToken cancellation)
    {
        session.ThrowIfLost();
        _session = session;
        _progress = progress;
        _startedAt = session.Time.GetTimestamp();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _activity = Telemetry.Source.StartActivity(plan.OpTypeCase == Plan.OpTypeOneofCase.Root ? "spark.query" : "spark.command", ActivityKind.Client);
        _activity?.SetTag("spark.operation.id", _id).SetTag("spark.session.id", session.Id).SetTag("server.address", session.Target.Host).SetTag("server.port", session.Target.Port);
        _execution = new ReattachableExecution(session, Request(plan, chunked));
        _receiving = Task.Run(Receive, CancellationToken.None);
    }

    /// <summary>What a command gave beside rows; null where it gave nothing of the kind. To be read after <see cref="Finish"/>.</summary>
    public ExecutePlanResponse? CommandResult { get; private set; }

    /// <summary>Starts an operation.</summary>
    /// <param name="session">The session that it runs in.</param>
    /// <param name="plan">What is to be done.</param>
    /// <param name="chunked">Whether the server may cut large batches into pieces.</param>
    /// <param name="progress">Called now and then while it runs, and once at its end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DataPlatformException"><c>SPARK_CONNECT_MESSAGE_TOO_LARGE</c>.</exception>
    public static RunningOperation Start(ConnectSession session, Plan plan, bool chunked, Action<QueryProgress>? progress, CancellationToken cancellation) =>
        plan.CalculateSize() <= SparkChannel.MaxMessageBytes
            ? new RunningOperation(session, plan, chunked, progress, cancellation)
            : throw SparkConnectErrors.MessageTooLarge(plan.CalculateSize());

    /// <summary>Waits for the columns; null where there are no rows to come.</summary>
    public Proto.DataType? Schema() => _schema.Task.GetAwaiter().GetResult();

    /// <summary>Batches as Arrow streams, each as it comes.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Batches()
    {
        while (_batches.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (_batches.Reader.TryRead(out var batch))
            {
                yield return batch;
            }
        }

        // The channel ends in silence where the operation was cancelled or failed before the first batch.
        _receiving.GetAwaiter().GetResult();
    }

    /// <summary>Waits for the end of an operation whose rows are of no interest.</summary>
    public void Finish()
    {
        foreach (var _ in Batches())
        {
        }
    }

    public void Dispose()
    {
        if (!_receiving.IsCompleted)
        {
            _stop.Cancel();
        }

        try
        {
            _receiving.GetAwaiter().GetResult();
        }
        catch (Exception told) when (told is OperationCanceledException or DataPlatformException)
        {
            // It was told to whoever read the rows; whoever stopped reading does not want to know.
        }

        _execution.Dispose();
        _stop.Dispose();
        _activity?.Dispose();
        Telemetry.Duration.Record(_session.Time.GetElapsedTime(_startedAt).TotalSeconds);
    }

    private ExecutePlanRequest Request(Plan plan, bool chunked)
    {
        var request = _session.Addressed(new ExecutePlanRequest { OperationId = _id, Plan = plan });
        request.RequestOptions.Add(new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new ReattachOptions { Reattachable = true } });
        if (chunked)
        {
            request.RequestOptions.Add(new ExecutePlanRequest.Types.RequestOption { ResultChunkingOptions = new ResultChunkingOptions { AllowArrowBatchChunking = true } });
        }

        return request;
    }

    private async Task Receive()
    {
        try
        {
            while (await _execution.Next(_stop.Token).ConfigureAwait(false) is { } response)
            {
                await Take(response).ConfigureAwait(false);
            }

            _assembly.End();
            _schema.TrySetResult(null);
            _batches.Writer.Complete();
        }
        catch (Exception failure)
        {
            _activity?.SetStatus(ActivityStatusCode.Error, (failure as DataPlatformException)?.Code ?? failure.GetType().Name);
            _execution.Dispose();
            _schema.TrySetException(failure);
            _ = _schema.Task.Exception;
            _batches.Writer.Complete();
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task Take(ExecutePlanResponse response)
    {
        if (response.Schema is not null)
        {
            _schema.TrySetResult(response.Schema);
        }

        switch (response.ResponseTypeCase)
        {
            case ExecutePlanResponse.ResponseTypeOneofCase.ArrowBatch:
                if (_assembly.Add(response.ArrowBatch) is { } batch)
                {
                    Telemetry.Rows.Add(response.ArrowBatch.RowCount);
                    Telemetry.Bytes.Add(batch.Length);
                    await _batches.Writer.WriteAsync(batch, _stop.Token).ConfigureAwait(false);
                }

                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.ExecutionProgress:
                _progress?.Invoke(ProgressOf(response.ExecutionProgress));
                break;
            case ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete or ExecutePlanResponse.ResponseTypeOneofCase.None:
                break;
            default:
                CommandResult = response;
                break;
        }
    }

    private QueryProgress ProgressOf(ExecutePlanResponse.Types.ExecutionProgress progress) => new(
        _id,
        progress.Stages.Count,
        progress.Stages.Count(stage => stage.Done),
        progress.Stages.Sum(stage => stage.NumTasks),
        progress.Stages.Sum(stage => stage.NumCompletedTasks),
        progress.NumInflightTasks,
        progress.Stages.Sum(stage => stage.InputBytesRead),
        _session.Time.GetElapsedTime(_startedAt));
}
