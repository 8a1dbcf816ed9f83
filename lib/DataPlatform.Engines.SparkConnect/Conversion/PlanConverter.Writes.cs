using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Writes.</content>
internal sealed partial class PlanConverter
{
    private Proto.WriteOperation Write(WriteOperation write)
    {
        var message = new Proto.WriteOperation { Input = Relation(write.Input), Mode = ModeOf(write.Mode), PartitioningColumns = { write.PartitionBy } };
        SetAll(message.Options, write.Options);
        if (write.Format is { } format)
        {
            message.Source = format;
        }

        if (write.TableName is { } table)
        {
            message.Table = new()
            {
                TableName = table,
                SaveMethod = write.IsInsertInto
                    ? Proto.WriteOperation.Types.SaveTable.Types.TableSaveMethod.InsertInto
                    : Proto.WriteOperation.Types.SaveTable.Types.TableSaveMethod.SaveAsTable,
            };
        }
        else if (write.Path is { } path)
        {
            message.Path = path;
        }

        return message;
    }

    private Proto.WriteOperationV2 Write(WriteOperationV2 write)
    {
        var message = new Proto.WriteOperationV2
        {
            Input = Relation(write.Input),
            TableName = write.TableName,
            Mode = ModeOf(write.Mode),
            PartitioningColumns = { Expressions(write.PartitionedBy) },
        };
        SetAll(message.Options, write.Options);
        SetAll(message.TableProperties, write.TableProperties);
        if (write.Provider is { } provider)
        {
            message.Provider = provider;
        }

        if (write.OverwriteCondition is { } condition)
        {
            message.OverwriteCondition = Expression(condition);
        }

        return message;
    }

    private static Proto.WriteOperation.Types.SaveMode ModeOf(WriteMode mode) => mode switch
    {
        WriteMode.ErrorIfExists => Proto.WriteOperation.Types.SaveMode.ErrorIfExists,
        WriteMode.Append => Proto.WriteOperation.Types.SaveMode.Append,
        WriteMode.Overwrite => Proto.WriteOperation.Types.SaveMode.Overwrite,
        WriteMode.Ignore => Proto.WriteOperation.Types.SaveMode.Ignore,
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the write mode {mode}", "Take another."),
    };

    private static Proto.WriteOperationV2.Types.Mode ModeOf(WriteModeV2 mode) => mode switch
    {
        WriteModeV2.Create => Proto.WriteOperationV2.Types.Mode.Create,
        WriteModeV2.Append => Proto.WriteOperationV2.Types.Mode.Append,
        WriteModeV2.Overwrite => Proto.WriteOperationV2.Types.Mode.Overwrite,
        WriteModeV2.OverwritePartitions => Proto.WriteOperationV2.Types.Mode.OverwritePartitions,
        WriteModeV2.Replace => Proto.WriteOperationV2.Types.Mode.Replace,
        WriteModeV2.CreateOrReplace => Proto.WriteOperationV2.Types.Mode.CreateOrReplace,
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the write mode {mode}", "Take another."),
    };
}
