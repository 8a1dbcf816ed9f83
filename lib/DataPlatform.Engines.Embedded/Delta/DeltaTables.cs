using System.Collections.Concurrent;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>The Delta tables of a session, by path.</summary>
internal sealed class DeltaTables(DuckDbSession session, EmbeddedConfiguration configuration)
{
    // Rows are read through vectors; a change writes the files that it touches anew, without.
    private static readonly HashSet<string> ReadFeatures = [TableFeature.DeletionVectors];

    private readonly ConcurrentDictionary<string, DeltaLog> _logs = new(StringComparer.Ordinal);
    private readonly DuckDbParquetHandler _parquet = new(session);
    private readonly ILogStore _store = FaultingLogStore.For(LocalLogStore.Instance, configuration);

    /// <summary>The log of the table in a folder, whether it exists or not.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_STORAGE_SCHEME</c>.</exception>
    public DeltaLog Log(string path) => _logs.GetOrAdd(FileListing.Local(path), local => DeltaLog.ForTable(local, _store, _parquet, TimeProvider.System, ReadFeatures));

    /// <summary>The log of a table that a command names; it must exist.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_MISSING_DELTA_TABLE</c>, <c>TABLE_OR_VIEW_NOT_FOUND</c>.</exception>
    public DeltaLog Log(TableReference table)
    {
        var log = Log(PathOf(table));
        return log.Exists ? log : throw EmbeddedErrors.NotDelta(table.ToString());
    }

    /// <summary>The folder of a table that a command names.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>: the name is not of the form <c>delta.`path`</c>.</exception>
    public static string PathOf(TableReference table) => table.Path ?? (Identifiers.Split(table.Name!) is [var format, var path] && format.Equals("delta", StringComparison.OrdinalIgnoreCase)
        ? path
        : throw EmbeddedErrors.TableNotFound(table.Name!, []));

    /// <summary>A table as a reader's options say: the newest version, or that of <c>versionAsOf</c> or <c>timestampAsOf</c>.</summary>
    public DeltaSource Open(DataSource source)
    {
        var options = new SourceOptions(source.Options);
        var path = source.Paths switch
        {
            [var only] => only,
            [] => options.Get("path") ?? throw new AnalysisException("DELTA_MISSING_PATH", "A Delta reader needs the table's path."),
            _ => throw new AnalysisException("DELTA_MULTIPLE_PATHS", "A Delta reader takes one path: read each table for itself and unite them."),
        };
        if (source.Schema is not null)
        {
            throw new AnalysisException("DELTA_UNSUPPORTED_SCHEMA_DURING_READ", "Delta takes no schema from the reader: the table has its own.");
        }

        var log = Log(path);
        return new DeltaSource(Version(log, options, path), session);
    }

    /// <summary>The commits of a table, newest first.</summary>
    public LocalRelation History(DescribeHistory history) => DeltaHistory.Rows(Log(history.Table), history.Limit);

    private Snapshot Version(DeltaLog log, SourceOptions options, string path)
    {
        if (!log.Exists)
        {
            throw EmbeddedErrors.PathNotDelta(path);
        }

        return (options.Get("versionAsOf"), options.Get("timestampAsOf")) switch
        {
            (null, null) => log.Latest(),
            ({ } version, null) => log.AtVersion(long.TryParse(version, System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new AnalysisException("DELTA_INVALID_TIME_TRAVEL_VERSION", $"'{version}' is no version: give a whole number from 0.")),
            (null, { } timestamp) => log.AtTimestamp(Instant(timestamp)),
            _ => throw new AnalysisException("DELTA_ONEOF_IN_TIMETRAVEL", "Give versionAsOf or timestampAsOf, not both."),
        };
    }

    // As Spark casts text to an instant in the session time zone.
    private Timestamp Instant(string text)
    {
        var cast = Casts.To(new BoundLiteral(text, new StringType()), new TimestampType());
        return (Timestamp)session.Rows($"SELECT {Sql.SqlGenerator.Of(cast, session.TimeZone)}", [new TimestampType()])[0][0]!;
    }
}
