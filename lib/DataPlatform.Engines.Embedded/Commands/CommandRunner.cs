using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Commands;

/// <summary>Carries out commands.</summary>
internal sealed class CommandRunner(SessionCatalog catalog)
{
    private static readonly LocalRelation Nothing = new(StructType.Empty, []);

    /// <summary>Does what the command says; its result as a relation.</summary>
    public LogicalPlan Run(Command command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (command)
        {
            case CreateDataFrameView view:
                catalog.CreateView(view);
                return Nothing;
            case DropTempView view:
                catalog.DropView(view);
                return Nothing;
            case SqlCommand sql:
                return SqlParser.ParseQuery(sql.Text);
            default:
                throw EmbeddedErrors.UnsupportedFeature($"the command {command.GetType().Name}", "Run the job on Spark.");
        }
    }
}
