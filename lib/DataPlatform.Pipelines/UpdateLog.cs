using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>
/// <c>ops/updates</c>: what each update of a table took in and changed; grain: one update. It tells a table what is new in its sources. An update is logged after
/// its table was committed: a run that is killed in between does the update again, which gives the same table.
/// </summary>
public sealed class UpdateLog
{
    private static readonly StructType Schema = StructType.FromDdl(
        "table STRING, sequence BIGINT, inputs STRING, changed STRING, run_id STRING, recorded_at TIMESTAMP");

    private readonly Lock _lock = new();
    private readonly RunContext _run;
    private readonly List<TableUpdate> _pending = [];
    private List<TableUpdate>? _updates;

    internal UpdateLog(RunContext run) => _run = run;

    private LakeTable Table => _run.Lake.Ops("updates");

    private List<TableUpdate> Updates => _updates ??= Read();

    /// <summary>The last update of a table; null where there is none.</summary>
    public TableUpdate? Last(LakeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        lock (_lock)
        {
            return Updates.Where(update => update.Table == table.Identifier).MaxBy(update => update.Sequence);
        }
    }

    /// <summary>The updates of a table after one, in order.</summary>
    public IReadOnlyList<TableUpdate> After(LakeTable table, long sequence)
    {
        ArgumentNullException.ThrowIfNull(table);
        lock (_lock)
        {
            return [.. Updates.Where(update => update.Table == table.Identifier && update.Sequence > sequence).OrderBy(update => update.Sequence)];
        }
    }

    /// <summary>Notes an update that was committed; others of this run see it at once, and <see cref="Save"/> keeps it.</summary>
    public void Add(TableUpdate update)
    {
        lock (_lock)
        {
            Updates.Add(update);
            _pending.Add(update);
        }
    }

    /// <summary>Keeps what was noted, in one commit; nothing happens where nothing was.</summary>
    public void Save()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var now = Instants.Of(_run.StartedAt);
        var rows = _pending.Select(update => new GenericRow(
            [update.Table, update.Sequence, JsonTexts.Write(update.Inputs), update.Changed is null ? null : JsonTexts.Write(update.Changed), _run.Settings.RunId, now]));
        _run.Spark.CreateDataFrame(rows.ToList(), Schema).Write().Format("delta").Mode(SaveMode.Append).Save(Table.Path);
        _pending.Clear();
    }

    private List<TableUpdate> Read() =>
        TableReader.Exists(_run, Table)
            ? [.. TableReader.Read(_run, Table).Select("table", "sequence", "inputs", "changed").Collect().Select(row => new TableUpdate(
                row.GetAs<string>("table"),
                row.GetAs<long>("sequence"),
                JsonTexts.ReadNumbers(row.GetAs<string>("inputs")),
                row.Get("changed") is string changed ? JsonTexts.ReadTexts(changed) : null))]
            : [];
}
