using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Commands.</content>
internal sealed partial class PlanConverter
{
    /// <summary>
    /// A command as what is sent. Most are commands there too; a temporary view is dropped by a catalog relation, because the statement <c>DROP VIEW</c> would take a lasting
    /// view of that name where there is no temporary one.
    /// </summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>.</exception>
    public Proto.Plan Plan(Command command) => command is DropTempView { MustExist: false } drop
        ? new() { Root = new() { Catalog = Dropped(drop) } }
        : new() { Command = Command(command) };

    /// <summary>A command; see <see cref="Plan"/> for those that the protocol has as relations.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>.</exception>
    public Proto.Command Command(Command command) => command switch
    {
        SqlCommand sql => Statement(sql.Text),
        SetConfiguration setting => Statement($"SET {SqlIdentifier.Quoted(setting.Key)}={SqlIdentifier.Quoted(setting.Value)}"),
        CreateDataFrameView view => new()
        {
            CreateDataframeView = new() { Input = Relation(view.Input), Name = view.Name, IsGlobal = view.IsGlobal, Replace = view.Replace },
        },
        DropTempView drop => Statement($"DROP VIEW {(drop.IsGlobal ? "global_temp." : "")}{SqlIdentifier.Quoted(drop.Name)}"),
        WriteOperation write => new() { WriteOperation = Write(write) },
        WriteOperationV2 write => new() { WriteOperationV2 = Write(write) },
        DeleteFromTable delete => Statement(DeltaStatements.Delete(delete)),
        UpdateTable update => Statement(DeltaStatements.Update(update)),
        MergeIntoTable merge => Merge(merge),
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the command {command.GetType().Name}", "Say it as SQL text."),
    };

    private static Proto.Catalog Dropped(DropTempView drop) => drop.IsGlobal
        ? new() { DropGlobalTempView = new() { ViewName = drop.Name } }
        : new() { DropTempView = new() { ViewName = drop.Name } };

    private static Proto.Command Statement(string text) => new() { SqlCommand = new() { Input = Sql(text) } };

    /// <summary>A merge is a statement over its source, which the server names for the moment. Delta takes target aliases in statements only.</summary>
    private Proto.Command Merge(MergeIntoTable merge)
    {
        if (merge.Matched.Count + merge.NotMatched.Count + merge.NotMatchedBySource.Count == 0)
        {
            throw SparkConnectErrors.MergeWithoutClauses();
        }

        var view = $"merge_source_{Guid.NewGuid():N}";
        var source = new MergeSource(merge);
        var text = DeltaStatements.Merge(merge, view, source.Alias ?? view);
        var reference = new Proto.Relation { SubqueryAlias = new() { Input = Relation(source.Rows), Alias = view } };
        return new() { SqlCommand = new() { Input = new() { WithRelations = new() { Root = Sql(text), References = { reference } } } } };
    }
}
