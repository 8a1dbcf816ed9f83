using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>
/// The way in: makes data frames, runs SQL, holds settings and temporary views. One session is one engine; several threads may use it.
/// </summary>
public sealed partial class SparkSession : IDisposable
{
    private readonly IReadOnlyDictionary<string, string> _options;
    private int _stopped;

    internal SparkSession(IEngine engine, IReadOnlyDictionary<string, string>? options = null)
    {
        Engine = engine;
        _options = new Dictionary<string, string>(options ?? new Dictionary<string, string>());
        SparkContext = new SparkContext(this);
        Catalog = new Catalog.Catalog(this);
    }

    /// <summary>The application that the session belongs to.</summary>
    public SparkContext SparkContext { get; }

    /// <summary>Tables, views and what is kept of them.</summary>
    public Catalog.Catalog Catalog { get; }

    internal IEngine Engine { get; }

    internal bool IsStopped => Volatile.Read(ref _stopped) != 0;

    /// <summary>Begins the settings of a session.</summary>
    public static Builder Builder() => new();

    /// <summary>The settings while the session runs.</summary>
    public RuntimeConfig Conf() => new(Engine.Configuration);

    /// <summary>A session of its own: the settings that this one began with, no temporary views, nothing persisted.</summary>
    public SparkSession NewSession() => new(Engine.NewSession(_options), _options);

    /// <summary>The version of Spark whose semantics hold: of the Spark that runs, or in process of the one whose answers are given.</summary>
    public string Version() => Engine.Version;

    /// <summary>
    /// Runs one SQL statement. A query gives a data frame that is computed when it is used; a command is carried out at once and gives its result.
    /// </summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>PARSE_SYNTAX_ERROR</c>, or a statement that the engine does not know, by name.</exception>
    public DataFrame Sql(string sqlText) => new(this, Engine.Execute(new SqlCommand(sqlText)));

    /// <summary>A table, a temporary view, or files as <c>format.`path`</c>.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>, when the data frame is first used.</exception>
    public DataFrame Table(string tableName) => Read().Table(tableName);

    /// <summary>A reader of files and tables.</summary>
    public DataFrameReader Read() => new(this);

    /// <summary>One column <c>id</c> (bigint, not null) with 0 to <paramref name="end"/>, exclusive, in order.</summary>
    public DataFrame Range(long end) => Range(0, end);

    /// <summary>One column <c>id</c> from <paramref name="start"/>, inclusive, to <paramref name="end"/>, exclusive, in order.</summary>
    public DataFrame Range(long start, long end) => Range(start, end, 1);

    /// <summary>As <see cref="Range(long, long)"/>, by a step, which may be negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public DataFrame Range(long start, long end, long step) => Range(start, end, step, null);

    /// <summary>As <see cref="Range(long, long, long)"/>, in so many partitions on a cluster.</summary>
    public DataFrame Range(long start, long end, long step, int numPartitions) => Range(start, end, step, (int?)numPartitions);

    /// <summary>Ends the session: its engine is released, its views and persisted rows are gone. Twice is the same as once.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            Engine.Dispose();
        }
    }

    /// <summary>As <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    private DataFrame Range(long start, long end, long step, int? numPartitions)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        return new DataFrame(this, new RangeRelation(start, end, step, numPartitions));
    }
}
