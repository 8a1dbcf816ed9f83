using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>All that touches the default session, which is one for the process, stands in this class: tests of one class run one after another.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly RecordingEngine _engine = new();
    private readonly SparkSession _session;

    public SessionTests()
    {
        _session = new SparkSession(_engine);
        Clear();
    }

    public void Dispose() => Clear();

    [Fact]
    public void Active_is_the_active_session_or_else_the_default_one()
    {
        Assert.Throws<InvalidOperationException>(SparkSession.Active);
        SparkSession.SetDefaultSession(_session);
        Assert.Same(_session, SparkSession.Active());

        using var other = new SparkSession(new RecordingEngine());
        SparkSession.SetActiveSession(other);
        Assert.Same(other, SparkSession.Active());
        SparkSession.ClearActiveSession();
        Assert.Same(_session, SparkSession.Active());
    }

    [Fact]
    public void A_stopped_session_is_active_no_more()
    {
        SparkSession.SetDefaultSession(_session);
        _session.Stop();
        _session.Dispose();
        Assert.True(_engine.IsDisposed);
        Assert.Null(SparkSession.GetDefaultSession());
    }

    [Fact]
    public void GetOrCreate_sets_what_may_change_on_the_session_that_runs()
    {
        SparkSession.SetDefaultSession(_session);
        var session = SparkSession.Builder().Config("spark.sql.ansi.enabled", false).Config("spark.driver.memory", "2g").Config("x.ratio", 0.5).GetOrCreate();
        Assert.Same(_session, session);
        Assert.Equal("false", session.Conf().Get("spark.sql.ansi.enabled"));
        Assert.Equal("0.5", session.Conf().Get("x.ratio"));
        Assert.Equal("absent", session.Conf().Get("spark.driver.memory", "absent"));
    }

    [Fact]
    public void A_session_that_its_server_lost_is_no_longer_active()
    {
        SparkSession.SetActiveSession(_session);
        Assert.Same(_session, SparkSession.GetActiveSession());
        _engine.HasEnded = true;
        Assert.Null(SparkSession.GetActiveSession());
    }

    [Theory]
    [InlineData("spark.master")]
    [InlineData("spark.remote")]
    public void GetOrCreate_of_a_remote_Spark_looks_at_its_address(string setting)
    {
        var error = Assert.Throws<DataPlatformException>(() => SparkSession.Builder().Config(setting, "sc://host:99999").GetOrCreate());
        Assert.Equal("INVALID_CONNECT_URL", error.Code);
    }

    [Fact]
    public void GetOrCreate_of_a_master_without_an_engine_names_it()
    {
        var error = Assert.Throws<DataPlatformException>(() => SparkSession.Builder().Config(new SparkConf().SetMaster("mesos://x")).GetOrCreate());
        Assert.Equal("UNSUPPORTED_MASTER", error.Code);
        Assert.Contains("mesos://x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conf_of_a_setting_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<DataPlatformException>(() => _session.Conf().Get("no.such.key"));
        Assert.Equal("SQL_CONF_NOT_FOUND", error.Code);
    }

    [Fact]
    public void SparkContext_tells_name_and_master()
    {
        _session.Conf().Set("spark.app.name", "flights");
        Assert.Equal(("flights", "embedded", "4.2.0"), (_session.SparkContext.AppName, _session.SparkContext.Master, _session.SparkContext.Version));
    }

    [Fact]
    public void Catalog_keeps_tables_and_forgets_all()
    {
        var catalog = _session.Catalog;
        catalog.CacheTable("t");
        _session.Range(3).Cache();
        Assert.True(catalog.IsCached("t"));
        Assert.False(catalog.IsCached("u"));
        catalog.RefreshTable("t");
        catalog.RefreshTable("u");
        Assert.Equal(["t", "u"], _engine.Refreshed);
        Assert.Equal(new NamedTable("t"), _engine.Kept[0]);
        Assert.Equal(2, _engine.Kept.Count);
        catalog.ClearCache();
        Assert.False(catalog.IsCached("t"));
        Assert.Empty(_engine.Kept);
    }

    [Fact]
    public void Catalog_drops_a_view_and_says_whether_it_was_there()
    {
        var views = new HashSet<string> { "`v`" };
        _engine.Refuse = plan => plan is NamedTable table && !views.Contains(table.Name) ? new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", table.Name) : null;
        Assert.False(_session.Catalog.DropTempView("w"));
        Assert.Equal([new DropTempView("w", IsGlobal: false)], _engine.Commands);
        Assert.True(_session.Catalog.TableExists("`v`"));
        Assert.False(_session.Catalog.TableExists("db", "v"));
    }

    private static void Clear()
    {
        SparkSession.ClearActiveSession();
        SparkSession.ClearDefaultSession();
    }
}
