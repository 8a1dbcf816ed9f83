using DataPlatform.Engines.Embedded.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Commands;

/// <summary>Carries out commands.</summary>
internal sealed class CommandRunner
{
    private static readonly LocalRelation Nothing = new(StructType.Empty, []);
    private static readonly StructType Setting = new([new StructField("key", new StringType(), isNullable: false), new StructField("value", new StringType(), isNullable: false)]);

    private readonly SessionCatalog _catalog;
    private readonly EmbeddedConfiguration _configuration;
    private readonly DeltaWriter _writer;
    private readonly DeltaRowChanges _changes;
    private readonly DeltaMerge _merge;
    private readonly FileWriter _files;

    public CommandRunner(DuckDbSession session, SessionCatalog catalog, EmbeddedConfiguration configuration)
    {
        _catalog = catalog;
        _configuration = configuration;
        _writer = new DeltaWriter(session, catalog, configuration);
        _changes = new DeltaRowChanges(session, catalog);
        _merge = new DeltaMerge(session, catalog, configuration);
        _files = new FileWriter(session, catalog);
    }

    /// <summary>Does what the command says; its result as a relation.</summary>
    public LogicalPlan Run(Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (command)
        {
            case CreateDataFrameView view:
                _catalog.CreateView(view);
                return Nothing;
            case CreateTempView view:
                _catalog.CreateView(view);
                return Nothing;
            case DropTempView view:
                _catalog.DropView(view);
                return Nothing;
            case WriteOperation write:
                Write(write);
                return Nothing;
            case WriteOperationV2 write:
                var folder = DeltaTables.PathOf(TableReference.ForName(write.TableName));
                _writer.Write(NamedTableWrite.Of(write, folder, _catalog.Tables.Log(folder).Exists), folder, write.OverwriteCondition);
                return Nothing;
            case DeleteFromTable delete:
                return _changes.Delete(delete);
            case UpdateTable update:
                return _changes.Update(update);
            case MergeIntoTable merge:
                return _merge.Run(merge);
            case SqlCommand sql:
                var statement = SqlParser.ParseStatement(sql.Text);
                return statement.Query ?? Run(statement.Command!, cancellation);
            case SetConfiguration set:
                return Set(set);
            default:
                throw EmbeddedErrors.UnsupportedFeature($"the command {command.GetType().Name}", "Run the job on Spark.");
        }
    }

    private LocalRelation Set(SetConfiguration set)
    {
        _configuration.Set(set.Key, set.Value);
        return new LocalRelation(Setting, [[set.Key, set.Value]]);
    }

    private void Write(WriteOperation write)
    {
        var format = (write.Format ?? _configuration[EmbeddedConfiguration.DefaultSource]).ToLowerInvariant();
        var path = write.Path ?? (write.TableName is null ? null : DeltaTables.PathOf(TableReference.ForName(write.TableName)));
        if (format == "delta" || write.TableName is not null)
        {
            _writer.Write(write, path!);
        }
        else
        {
            _files.Write(write, format, path!);
        }
    }
}
