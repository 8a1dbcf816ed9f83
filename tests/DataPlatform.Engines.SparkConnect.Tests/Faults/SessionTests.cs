using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DataPlatform.Engines.SparkConnect.Protos;
using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>What a session sends beside plans: its ids, headers, settings, interrupts, releases.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly RangeRelation Plan = new(0, 3, 1);

    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Calls_carry_user_session_token_and_headers()
    {
        const string Id = "123e4567-e89b-12d3-a456-426614174000";
        using (_server.Connect($"user_id=ada;user_agent=mine;token=s3cret;session_id={Id};x-team=lake"))
        {
            var call = _server.Service.Analyzed.First();
            Assert.Equal((Id, "ada"), (call.SessionId, call.UserContext.UserId));
            Assert.StartsWith("mine ", call.ClientType);
            var headers = _server.Service.Headers.First();
            Assert.Equal("Bearer s3cret", headers.GetValue("authorization"));
            Assert.Equal("lake", headers.GetValue("x-team"));
        }

        Assert.Equal([Id], _server.Service.ReleasedSessions);
    }

    [Fact]
    public void Settings_begin_with_the_options_and_with_the_platforms_defaults_where_nobody_says()
    {
        _server.Service.Settings["spark.sql.session.timeZone"] = "Europe/Paris";
        using var engine = _server.Connect(configuration: new Dictionary<string, string> { ["spark.master"] = "sc://x", ["spark.sql.ansi.enabled"] = "false" });
        Assert.Equal("Europe/Paris", engine.Configuration.Get("spark.sql.session.timeZone"));
        Assert.Equal("delta", engine.Configuration.Get("spark.sql.sources.default"));
        Assert.Equal("false", engine.Configuration.Get("spark.sql.ansi.enabled"));
        Assert.Null(engine.Configuration.Get("spark.master"));
    }

    [Fact]
    public void A_new_session_has_another_id_and_outlives_the_first()
    {
        var first = _server.Connect();
        using var second = first.NewSession(new Dictionary<string, string>());
        first.Dispose();
        Assert.Equal("id", second.Analyze(Plan).Fields[0].Name);
        Assert.Equal(2, _server.Service.Analyzed.Select(call => call.SessionId).Distinct().Count());
    }

    [Fact]
    public void A_disposed_engine_refuses_to_run()
    {
        var engine = _server.Connect();
        engine.Dispose();
        engine.Dispose();
        Assert.Throws<ObjectDisposedException>(() => engine.Execute(Plan));
    }

    [Fact]
    public void Results_are_released_as_they_are_read_and_the_operation_at_its_end()
    {
        using (var engine = _server.Connect())
        {
            using var result = engine.Execute(Plan);
            Assert.Equal(3, result.Rows.Count());
        }

        Assert.Equal(ReleaseExecuteRequest.ReleaseOneofCase.ReleaseAll, _server.Service.Released.Last().ReleaseCase);
        Assert.Contains(_server.Service.Released, release => release.ReleaseCase == ReleaseExecuteRequest.ReleaseOneofCase.ReleaseUntil);
        Assert.Empty(_server.Service.Interrupted);
    }

    [Fact]
    public void A_result_that_is_not_read_to_its_end_is_read_no_further_than_a_few_batches_and_interrupted()
    {
        _server.Service.Run = _ => Answers.Rows(1000);
        var sent = 0;
        using (var engine = _server.Connect())
        {
            using (var result = engine.Execute(Plan))
            {
                Assert.Equal(0L, result.Rows.First()[0]);
                Thread.Sleep(200);
                sent = _server.Service.Released.Select(Position).Max();
            }
        }

        Assert.InRange(sent, 1, 5);
        Assert.Equal([_server.Service.Begun.Single().OperationId], _server.Service.Interrupted);
        Assert.Equal(ReleaseExecuteRequest.ReleaseOneofCase.ReleaseAll, _server.Service.Released.Last().ReleaseCase);
    }

    [Fact]
    public void A_cancelled_command_is_interrupted()
    {
        using var cancel = new CancellationTokenSource();
        _server.Service.BeforeResponse = (_, _, context) =>
        {
            cancel.Cancel();
            context.CancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(10));
            return false;
        };
        using (var engine = _server.Connect())
        {
            Assert.ThrowsAny<OperationCanceledException>(() => engine.Execute(new Plans.DropTempView("v", IsGlobal: false), cancel.Token));
        }

        Assert.Equal([_server.Service.Begun.Single().OperationId], _server.Service.Interrupted);
    }

    [Fact]
    public void Progress_is_told_with_the_sums_over_stages()
    {
        _server.Service.Run = _ => [new() { Schema = Answers.Schema }, Progressing(), Answers.Complete];
        using var engine = _server.Connect();
        var told = new List<QueryProgress>();
        engine.Progress += told.Add;
        using var result = engine.Execute(Plan);
        Assert.Empty(result.Rows);
        var progress = Assert.Single(told);
        Assert.Equal((2, 1, 12L, 10L, 2L, 300L), (progress.Stages, progress.CompletedStages, progress.Tasks, progress.CompletedTasks, progress.RunningTasks, progress.InputBytes));
    }

    [Fact]
    public void An_operation_is_an_activity_and_its_rows_are_counted()
    {
        var activities = new ConcurrentQueue<Activity>();
        var rows = 0L;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DataPlatform.SparkConnect",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "spark_connect.rows") { self.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref rows, count));
        meters.Start();
        using (var engine = _server.Connect())
        {
            using var result = engine.Execute(Plan);
            Assert.Equal(3, result.Rows.Count());
        }

        // Other tests of this process are heard too.
        Assert.InRange(rows, 3, long.MaxValue);
        Assert.Contains(activities, activity => activity.OperationName == "spark.query" && Equals(activity.GetTagItem("spark.operation.id"), _server.Service.Begun.Single().OperationId));
    }

    private static ExecutePlanResponse Progressing() => new()
    {
        ExecutionProgress = new()
        {
            NumInflightTasks = 2,
            Stages =
            {
                new ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo { StageId = 0, NumTasks = 8, NumCompletedTasks = 8, InputBytesRead = 100, Done = true },
                new ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo { StageId = 1, NumTasks = 4, NumCompletedTasks = 2, InputBytesRead = 200 },
            },
        },
    };

    private static int Position(ReleaseExecuteRequest release) =>
        release.ReleaseCase == ReleaseExecuteRequest.ReleaseOneofCase.ReleaseUntil ? int.Parse(release.ReleaseUntil.ResponseId["response-".Length..], null) : int.MaxValue;
}
