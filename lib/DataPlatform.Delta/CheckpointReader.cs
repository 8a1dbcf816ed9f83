using Microsoft.Spark.Sql;

namespace DataPlatform.Delta;

/// <summary>Builds a table's state from a checkpoint of any form.</summary>
internal sealed class CheckpointReader(string logPath, ILogStore store, IParquetHandler parquet)
{
    /// <summary>The state at the checkpoint's version.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_CHECKPOINT_BROKEN</c>, <c>DELTA_LOG_FILE_BROKEN</c> or <c>DELTA_LOG_FILE_NOT_FOUND</c>.</exception>
    public TableState Read(IReadOnlyList<CheckpointFile> files)
    {
        var state = new TableState();
        var sidecars = new List<Sidecar>();
        var parquetFiles = new List<string>();
        var version = files[0].Version;
        foreach (var file in files)
        {
            Guard(file.File.Path, version, () =>
            {
                if (file.Kind == CheckpointKind.ManifestJson)
                {
                    var actions = ActionReader.Read(store.Read(file.File.Path), file.File.Path, version);
                    state.Apply(actions);
                    sidecars.AddRange(actions.Sidecars);
                }
                else
                {
                    ReadParquet(file.File.Path, state, sidecars);
                    parquetFiles.Add(file.File.Path);
                }
            });
        }

        foreach (var sidecar in sidecars)
        {
            var path = FilePath.Absolute($"{logPath}/_sidecars", sidecar.Path);
            Guard(path, version, () => ReadSidecar(path, state));
            parquetFiles.Add(path);
        }

        AddParsedStatistics(state, parquetFiles, version);
        return state;
    }

    private static void Guard(string path, long version, Action read)
    {
        try
        {
            read();
        }
        catch (FileNotFoundException missing)
        {
            throw DeltaErrors.LogFileMissing(path, version, missing);
        }
        catch (Exception broken) when (broken is not (DataPlatformException or OutOfMemoryException or OperationCanceledException))
        {
            // Whatever the Parquet reader's own error is, the checkpoint is what cannot be read.
            throw DeltaErrors.CheckpointBroken(path, version, broken.Message, broken);
        }
    }

    private void ReadParquet(string path, TableState state, List<Sidecar> sidecars)
    {
        foreach (var row in parquet.ReadRows(path, CheckpointSchema.Read))
        {
            switch (row.Values)
            {
                case [_, Row add, ..]:
                    state.Apply(new FileAction(CheckpointRow.ToAdd(add), null));
                    break;
                case [_, _, Row remove, ..]:
                    state.Apply(new FileAction(null, CheckpointRow.ToRemove(remove)));
                    break;
                case [Row transaction, ..]:
                    var applied = CheckpointRow.ToTransaction(transaction);
                    state.Transactions[applied.AppId] = applied;
                    break;
                case [_, _, _, Row metadata, ..]:
                    state.Metadata = CheckpointRow.ToMetadata(metadata);
                    break;
                case [_, _, _, _, Row protocol, ..]:
                    state.Protocol = CheckpointRow.ToProtocol(protocol);
                    break;
                case [_, _, _, _, _, Row domain, ..]:
                    state.Apply(CheckpointRow.ToDomain(domain));
                    break;
                case [_, _, _, _, _, _, Row sidecar]:
                    sidecars.Add(CheckpointRow.ToSidecar(sidecar));
                    break;
            }
        }
    }

    private void ReadSidecar(string path, TableState state)
    {
        foreach (var row in parquet.ReadRows(path, CheckpointSchema.Sidecar))
        {
            if (row[0] is Row add)
            {
                state.Apply(new FileAction(CheckpointRow.ToAdd(add), null));
            }
            else if (row[1] is Row remove)
            {
                state.Apply(new FileAction(null, CheckpointRow.ToRemove(remove)));
            }
        }
    }

    // A table may keep statistics as columns only (delta.checkpoint.writeStatsAsJson = false): they are turned into the JSON that commits have.
    private void AddParsedStatistics(TableState state, List<string> files, long version)
    {
        if (state.Metadata is not { } metadata || !state.Files.Values.Any(file => file.Stats is null))
        {
            return;
        }

        var schema = CheckpointSchema.ParsedStatistics(StatisticsSchema.Of(metadata));
        foreach (var path in files)
        {
            Guard(path, version, () =>
            {
                foreach (var row in parquet.ReadRows(path, schema))
                {
                    if (row[0] is Row { Values: [string file, var vector, Row statistics] })
                    {
                        var key = new FileKey(FilePath.Canonical(file), CheckpointRow.ToDeletionVector(vector)?.UniqueId);
                        if (state.Files.TryGetValue(key, out var add) && add.Stats is null)
                        {
                            state.Files[key] = add with { Stats = StatisticsWriter.Write(statistics) };
                        }
                    }
                }
            });
        }
    }
}
