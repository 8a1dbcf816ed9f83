using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A write to a named table (<c>df.writeTo</c>) as a write to the folder that its name, <c>delta.`path`</c>, stands for.</summary>
internal static class NamedTableWrite
{
    /// <summary>The same write, to be told the folder.</summary>
    /// <param name="write">The write.</param>
    /// <param name="folder">The table's folder.</param>
    /// <param name="exists">Whether the table is there.</param>
    /// <exception cref="AnalysisException">
    /// <c>TABLE_OR_VIEW_ALREADY_EXISTS</c>, <c>TABLE_OR_VIEW_NOT_FOUND</c>, <c>PATH_NOT_FOUND</c>, <c>DELTA_TABLE_NOT_FOUND</c>; <c>DELTA_OPERATION_NOT_ALLOWED</c>: a partition transform;
    /// <c>UNSUPPORTED_FEATURE</c>: another provider, a property that is none of Delta's.
    /// </exception>
    public static WriteOperation Of(WriteOperationV2 write, string folder, bool exists)
    {
        Check(write, folder, exists);
        var mode = write.Mode switch
        {
            WriteModeV2.Create => WriteMode.ErrorIfExists,
            WriteModeV2.Append => WriteMode.Append,
            _ => WriteMode.Overwrite,
        };
        KeyValuePair<string, string>[] implied = write.Mode switch
        {
            WriteModeV2.OverwritePartitions => [new("partitionOverwriteMode", "dynamic")],
            WriteModeV2.Replace or WriteModeV2.CreateOrReplace => [new("overwriteSchema", "true")],
            _ => [],
        };
        return new WriteOperation(
            write.Input, "delta", mode, write.Options.Concat(write.TableProperties).Concat(implied), write.PartitionedBy.Map(PartitionColumn))
        { TableName = write.TableName };
    }

    private static void Check(WriteOperationV2 write, string folder, bool exists)
    {
        if (write.Mode == WriteModeV2.Create && exists)
        {
            throw new AnalysisException(
                "TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a table {write.TableName} already: append to it, or replace it.", EmbeddedErrors.Of(("relationName", write.TableName)));
        }

        if (write.Mode is not (WriteModeV2.Create or WriteModeV2.CreateOrReplace) && !exists)
        {
            throw write.Mode == WriteModeV2.Replace ? EmbeddedErrors.TableNotFound(write.TableName, []) : EmbeddedErrors.PathNotDelta(folder);
        }

        if (write.Provider is { } provider && !provider.Equals("delta", StringComparison.OrdinalIgnoreCase))
        {
            throw EmbeddedErrors.UnsupportedFeature($"tables of the format {provider}", "Use delta, or write files to a path.");
        }

        if (write.TableProperties.FirstOrDefault(p => !p.Key.StartsWith("delta.", StringComparison.OrdinalIgnoreCase)).Key is { } property)
        {
            throw EmbeddedErrors.UnsupportedFeature($"the table property {property}", "Properties of Delta begin with delta.");
        }
    }

    private static string PartitionColumn(Expression expression) => expression is UnresolvedAttribute column
        ? Identifiers.Split(column.Name)[^1]
        : throw EmbeddedErrors.DeltaPartitionTransform(expression);
}
