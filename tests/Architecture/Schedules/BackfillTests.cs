namespace Architecture.Schedules;

public sealed class BackfillTests : IDisposable
{
    private const string Backfill = "conf/schedules/backfill.sh";

    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Backfill_of_a_range_submits_each_day_in_order_with_both_ends()
    {
        var outcome = _tree.Run(Backfill, "2012-02-28", "2012-03-01", "--name", "the name", "flights", "--environment", "prod");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(
            ((string[])["2012-02-28", "2012-02-29", "2012-03-01"]).Select(day => string.Join('|', "--name", "the name", "flights", "--environment", "prod", "--date", day)),
            _tree.Submissions.Select(submission => string.Join('|', submission)));
    }

    [Fact]
    public void Backfill_transient_failure_is_tried_again_with_longer_pauses()
    {
        _tree.ExitWith(75, 75, 0, 75, 0);
        Assert.Equal(0, _tree.Run(Backfill, "--pause", "7", "2013-01-15", "2013-01-16", "flights").ExitCode);
        Assert.Equal(["2013-01-15", "2013-01-15", "2013-01-15", "2013-01-16", "2013-01-16"], _tree.Days);
        Assert.Equal(["7", "14", "7"], _tree.StubCalls("sleep"));
    }

    [Fact]
    public void Backfill_transient_failure_to_the_end_gives_up_after_five_attempts()
    {
        _tree.ExitWith(75, 75, 75, 75, 75, 75);
        var outcome = _tree.Run(Backfill, "--pause", "400", "2013-01-15", "2013-01-16", "flights");
        Assert.Equal(75, outcome.ExitCode);
        Assert.Equal(Enumerable.Repeat("2013-01-15", 5), _tree.Days);
        Assert.Equal(["400", "800", "900", "900"], _tree.StubCalls("sleep"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(137)]
    public void Backfill_day_that_failed_stops_and_its_last_words_resume(int code)
    {
        _tree.ExitWith(0, code);
        var outcome = _tree.Run(Backfill, "--attempts", "3", "2013-01-30", "2013-02-01", "--name", "two words", "flights");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Equal(["2013-01-30", "2013-01-31"], _tree.Days);

        var words = outcome.Errors.Split("To resume: ");
        Assert.Contains($"2013-01-31 is not done (exit code {code})", words[0]);
        Assert.Equal(0, _tree.Shell(words[1]).ExitCode);
        Assert.Equal(["2013-01-30", "2013-01-31", "2013-01-31", "2013-02-01"], _tree.Days);
        Assert.Equal(["--name", "two words", "flights", "--date", "2013-02-01"], _tree.Submissions[^1]);
    }

    [Fact]
    public async Task Backfill_asked_to_end_asks_the_job_and_says_where_to_resume()
    {
        File.WriteAllText(Path.Combine(_tree.Root, "linger"), "");
        var process = _tree.Start(Path.Combine(_tree.Root, Backfill), ["2013-01-15", "2013-01-16", "flights"]);
        var begun = Path.Combine(_tree.Root, "lingering");
        for (var waited = 0; !File.Exists(begun) && waited < 1000; waited++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(0, _tree.Shell($"kill -TERM {process.Id}").ExitCode);
        var outcome = ScheduleTree.Finish(process);
        Assert.Equal(75, outcome.ExitCode);
        Assert.Equal(["2013-01-15"], _tree.Days);
        Assert.Contains("backfill.sh 2013-01-15 2013-01-16 flights", outcome.Errors);
    }

    [Theory]
    [InlineData("needed")]
    [InlineData("needed", "2013-01-15")]
    [InlineData("no job", "2013-01-15", "2013-01-16")]
    [InlineData("'2013-1-15'", "2013-1-15", "2013-01-16", "flights")]
    [InlineData("'2013-02-30'", "2013-01-15", "2013-02-30", "flights")]
    [InlineData("'yesterday'", "yesterday", "2013-02-28", "flights")]
    [InlineData("after the last", "2013-01-16", "2013-01-15", "flights")]
    [InlineData("--attempts '0'", "--attempts", "0", "2013-01-15", "2013-01-16", "flights")]
    [InlineData("--pause 'soon'", "--pause", "soon", "2013-01-15", "2013-01-16", "flights")]
    [InlineData("--atempts", "--atempts", "2", "2013-01-15", "2013-01-16", "flights")]
    public void Backfill_wrong_usage_is_refused_before_anything_runs(string reason, params string[] arguments)
    {
        var outcome = _tree.Run(Backfill, arguments);
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(reason, outcome.Errors);
        Assert.Empty(_tree.Submissions);
    }
}
