using DataPlatform.Engines.SparkConnect.Arrow;
using DataPlatform.Engines.SparkConnect.Artifacts;
using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Engines.SparkConnect.Execution;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect;

/// <summary>
/// Runs plans on an Apache Spark of version 4.0 or later, over Spark Connect. One engine is one session of the server. Calls that fail for a passing reason are made
/// again as Spark's own clients do; an operation takes effect once, whatever becomes of the connection.
/// </summary>
/// <remarks>
/// What a server is too old for fails with <c>UNSUPPORTED_BY_SERVER</c>. Traces and figures are there under the name <c>DataPlatform.SparkConnect</c>. An interrupt or termination signal ends on the server what the session runs.
/// Over TLS the server's certificate must be of its name and of an authority that the system trusts; on Linux also of one that <c>SSL_CERT_FILE</c> or <c>SSL_CERT_DIR</c> names when the process starts.
/// </remarks>
public sealed partial class SparkConnectEngine : IEngine
{
    private readonly ConnectSession _session;
    private readonly SparkConnectConfiguration _configuration;
    private readonly ServerVersion _version;
    private readonly LocalRows _localRows;
    private readonly SignalInterrupt _interrupt;

    /// <summary>Begins a session on a server.</summary>
    /// <param name="remote">Where it is: <c>sc://host:port/;name=value;…</c>.</param>
    /// <param name="configuration">Settings by Spark's names; those that are fixed when a server starts have no effect.</param>
    /// <exception cref="DataPlatformException">
    /// <c>INVALID_CONNECT_URL</c>; <c>SPARK_CONNECT_UNAVAILABLE</c> (transient), <c>SPARK_CONNECT_UNAUTHENTICATED</c>: the server is not to be had;
    /// <c>SPARK_CONNECT_CERTIFICATE_REFUSED</c>, <c>SPARK_CONNECT_TLS_FAILED</c>, <c>SPARK_CONNECT_TLS_REQUIRED</c>: no secure connection comes about, told at once;
    /// <c>UNSUPPORTED_BY_SERVER</c>: it is older than Spark 4.0.
    /// </exception>
    public SparkConnectEngine(string remote, IReadOnlyDictionary<string, string> configuration)
        : this(SessionOf(ConnectionString.Parse(remote, Environment.GetEnvironmentVariable("SPARK_CONNECT_AUTHENTICATE_TOKEN"))), configuration)
    {
    }

    internal SparkConnectEngine(ConnectSession session, IReadOnlyDictionary<string, string> configuration, RetryPolicy? firstContact = null)
    {
        _session = session;
        try
        {
            // The first answer also tells the server's id of the session, by which a restarted server is known from then on.
            var version = session.Analyze(new Proto.AnalyzePlanRequest { SparkVersion = new() }, firstContact ?? RetryPolicy.FirstContact);
            _version = new ServerVersion(version.SparkVersion.Version);
            if (!_version.IsAtLeast(4, 0))
            {
                throw SparkConnectErrors.UnsupportedByServer("this engine", _version, "4.0");
            }

            _configuration = new SparkConnectConfiguration(session);
            _configuration.Begin(configuration);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _localRows = new LocalRows(session, _version);
        _interrupt = new SignalInterrupt(session);
    }

    /// <inheritdoc/>
    public event Action<QueryProgress>? Progress;

    /// <inheritdoc/>
    public string Version => _version.Text;

    /// <inheritdoc/>
    public bool HasEnded => _session.IsLost;

    /// <inheritdoc/>
    public IEngineConfiguration Configuration => _configuration;

    /// <summary>Whether <paramref name="master"/> is the address of a server: <c>sc://…</c>.</summary>
    public static bool IsRemote(string master) => ConnectionString.IsOne(master);

    /// <inheritdoc/>
    public QueryResult Execute(LogicalPlan plan, CancellationToken cancellation = default)
    {
        if (plan is LocalRelation local)
        {
            return new QueryResult(local.Schema, local.Rows.Select(values => new Row(values, local.Schema)));
        }

        var operation = Start(new Proto.Plan { Root = Relation(plan) }, cancellation);
        try
        {
            var schema = operation.Schema() is { } type ? (StructType)TypeConverter.FromProto(type) : StructType.Empty;
            return new QueryResult(schema, Rows(operation, schema), operation);
        }
        catch
        {
            operation.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public LogicalPlan Execute(Command command, CancellationToken cancellation = default)
    {
        using var operation = Start(ServerFeatures.Checked(new PlanConverter(_localRows.Relation).Plan(command), _version), cancellation);
        operation.Finish();
        return operation.CommandResult?.SqlCommandResult?.Relation is { } relation ? Result(relation) : new LocalRelation(StructType.Empty, []);
    }

    /// <inheritdoc/>
    public IEngine NewSession(IReadOnlyDictionary<string, string> configuration)
    {
        _session.ThrowIfLost();
        return new SparkConnectEngine(_session.Another(), configuration);
    }

    /// <summary>Ends the session on the server with all that it holds and runs.</summary>
    public void Dispose()
    {
        _interrupt.Dispose();
        _session.Dispose();
    }

    private static ConnectSession SessionOf(ConnectionString target) => new(new SparkChannel(target), id: target.SessionId);

    private static IEnumerable<Row> Rows(RunningOperation operation, StructType schema)
    {
        foreach (var batch in operation.Batches())
        {
            foreach (var row in ArrowRows.Read(batch, schema))
            {
                yield return row;
            }
        }
    }

    private Proto.Relation Relation(LogicalPlan plan) => ServerFeatures.Checked(new PlanConverter(_localRows.Relation).Relation(plan), _version);

    private RunningOperation Start(Proto.Plan plan, CancellationToken cancellation) =>
        RunningOperation.Start(_session, plan, chunked: _version.IsAtLeast(4, 1), progress => Progress?.Invoke(progress), cancellation);

    /// <summary>What a statement gave: a query comes back as its text, to be run when it is used; a command's rows come with it.</summary>
    private LogicalPlan Result(Proto.Relation relation)
    {
        switch (relation.RelTypeCase)
        {
            case Proto.Relation.RelTypeOneofCase.Sql:
                return new SqlQuery(relation.Sql.Query);
            case Proto.Relation.RelTypeOneofCase.LocalRelation:
                var schema = SchemaOf(relation);
                return new LocalRelation(schema, relation.LocalRelation.HasData ? [.. ArrowRows.Read(relation.LocalRelation.Data.Memory, schema).Select(row => row.Values)] : []);
            default:
                throw SparkConnectErrors.ProtocolViolated($"a statement gave a {relation.RelTypeCase} relation");
        }
    }
}
