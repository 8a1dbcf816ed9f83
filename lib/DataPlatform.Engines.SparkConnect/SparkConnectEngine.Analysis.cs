using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using Mode = DataPlatform.Engines.SparkConnect.Protos.AnalyzePlanRequest.Types.Explain.Types.ExplainMode;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect;

/// <content>Questions about plans, and what is kept of them.</content>
public sealed partial class SparkConnectEngine
{
    /// <inheritdoc/>
    public StructType Analyze(LogicalPlan plan) => SchemaOf(Relation(plan));

    /// <inheritdoc/>
    public string Explain(LogicalPlan plan, ExplainMode mode) => _session.Analyze(new Proto.AnalyzePlanRequest
    {
        Explain = new() { Plan = PlanOf(plan), ExplainMode = ModeOf(mode) },
    }).Explain.ExplainString;

    /// <inheritdoc/>
    public IReadOnlyList<string> InputFiles(LogicalPlan plan) =>
        [.. _session.Analyze(new Proto.AnalyzePlanRequest { InputFiles = new() { Plan = PlanOf(plan) } }).InputFiles.Files];

    /// <inheritdoc/>
    public bool IsLocal(LogicalPlan plan) => _session.Analyze(new Proto.AnalyzePlanRequest { IsLocal = new() { Plan = PlanOf(plan) } }).IsLocal.IsLocal_;

    /// <inheritdoc/>
    public bool IsStreaming(LogicalPlan plan) =>
        _session.Analyze(new Proto.AnalyzePlanRequest { IsStreaming = new() { Plan = PlanOf(plan) } }).IsStreaming.IsStreaming_;

    /// <inheritdoc/>
    public void Persist(LogicalPlan plan, StorageLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        _session.Analyze(new Proto.AnalyzePlanRequest
        {
            Persist = new()
            {
                Relation = Relation(plan),
                StorageLevel = new Proto.StorageLevel
                {
                    UseDisk = level.UseDisk,
                    UseMemory = level.UseMemory,
                    UseOffHeap = level.UseOffHeap,
                    Deserialized = level.Deserialized,
                    Replication = level.Replication,
                },
            },
        });
    }

    /// <inheritdoc/>
    public void Unpersist(LogicalPlan plan, bool blocking) =>
        _session.Analyze(new Proto.AnalyzePlanRequest { Unpersist = new() { Relation = Relation(plan), Blocking = blocking } });

    /// <inheritdoc/>
    public StorageLevel StorageLevel(LogicalPlan plan)
    {
        var level = _session.Analyze(new Proto.AnalyzePlanRequest { GetStorageLevel = new() { Relation = Relation(plan) } }).GetStorageLevel.StorageLevel;
        return new StorageLevel(level.UseDisk, level.UseMemory, level.UseOffHeap, level.Deserialized, level.Replication);
    }

    /// <inheritdoc/>
    public void ClearCache() => Run(new Proto.Catalog { ClearCache = new() });

    /// <inheritdoc/>
    public void RefreshTable(string name) => Run(new Proto.Catalog { RefreshTable = new() { TableName = name } });

    /// <inheritdoc/>
    /// <remarks>The server keeps the rows until the session ends.</remarks>
    public LogicalPlan Checkpoint(LogicalPlan plan, bool isReliable, bool isEager)
    {
        var command = new Proto.CheckpointCommand { Relation = Relation(plan), Local = !isReliable, Eager = isEager };
        using var operation = Start(new Proto.Plan { Command = new Proto.Command { CheckpointCommand = command } }, CancellationToken.None);
        operation.Finish();
        return operation.CommandResult?.CheckpointCommandResult?.Relation is { } kept
            ? new CachedRemoteRelation(kept.RelationId)
            : throw SparkConnectErrors.ProtocolViolated("a checkpoint gave no relation");
    }

    private static Mode ModeOf(ExplainMode mode) => mode switch
    {
        ExplainMode.Simple => Mode.Simple,
        ExplainMode.Extended => Mode.Extended,
        ExplainMode.Codegen => Mode.Codegen,
        ExplainMode.Cost => Mode.Cost,
        ExplainMode.Formatted => Mode.Formatted,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not an explain mode."),
    };

    private Proto.Plan PlanOf(LogicalPlan plan) => new() { Root = Relation(plan) };

    private StructType SchemaOf(Proto.Relation relation)
    {
        var response = _session.Analyze(new Proto.AnalyzePlanRequest { Schema = new() { Plan = new Proto.Plan { Root = relation } } });
        return (StructType)TypeConverter.FromProto(response.Schema.Schema_);
    }

    private void Run(Proto.Catalog call)
    {
        using var operation = Start(new Proto.Plan { Root = new Proto.Relation { Catalog = call } }, CancellationToken.None);
        operation.Finish();
    }
}
