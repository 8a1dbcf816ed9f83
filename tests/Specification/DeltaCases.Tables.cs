using static Microsoft.Spark.Sql.Functions;

namespace Specification;

public sealed partial class DeltaCases
{
    /// <summary>The table of a path, as SQL names it.</summary>
    private static string Named(string path) => $"delta.`{path}`";

    private void ToNothing(string name, Action<string> write) => _cases[name] = path =>
    {
        write(path);
        return Read(path);
    };

    private void WritesToTables()
    {
        ToNothing("write_to.create", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Col("k")).TableProperty("delta.appendOnly", "true").Create());
        After("write_to.create_there", path => _source.WriteTo(Named(path)).Using("delta").Create());
        After("write_to.replace", path => _source.Drop("v").WriteTo(Named(path)).Using("delta").Replace());
        ToNothing("write_to.replace_absent", path => _source.WriteTo(Named(path)).Using("delta").Replace());
        ToNothing("write_to.create_or_replace", path => _source.WriteTo(Named(path)).Using("delta").CreateOrReplace());
        After("write_to.create_or_replace_there", path => _source.WriteTo(Named(path)).Using("delta").PartitionedBy(Col("s"), Col("v")).CreateOrReplace());
        After("write_to.append", path => _source.WriteTo(Named(path)).Append());
        After("write_to.append_other_order", path => _source.Select("v", "s", "k").WriteTo(Named(path)).Append());
        After("write_to.append_fewer_columns", path => _source.Select("k").WriteTo(Named(path)).Append());
        After("write_to.append_merged", path => _source.WithColumn("w", Lit(1)).WriteTo(Named(path)).Option("mergeSchema", true).Append());
        After("write_to.append_options", path => _source.WithColumn("w", Lit(1)).WriteTo(Named(path)).Options(new() { ["mergeSchema"] = "true" }).Option("userMetadata", "why").Option("maxRecordsPerFile", 1L).Option("ratio", 0.5).Append());
        ToNothing("write_to.append_absent", path => _source.WriteTo(Named(path)).Append());
        After("write_to.overwrite", path => _spark.Sql("SELECT 2 AS k, 'new' AS s, 21 AS v").WriteTo(Named(path)).Overwrite(Col("k").EqualTo(2)));
        After("write_to.overwrite_all", path => _source.WriteTo(Named(path)).Overwrite(Lit(true)));
        After("write_to.overwrite_partitions", path => _source.WriteTo(Named(path)).OverwritePartitions());
        ToNothing("write_to.partitioned_by_years", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Years(Col("k"))).Create());
        ToNothing("write_to.partitioned_by_months", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Months(Col("k"))).Create());
        ToNothing("write_to.partitioned_by_days", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Days(Col("k"))).Create());
        ToNothing("write_to.partitioned_by_hours", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Hours(Col("k"))).Create());
        ToNothing("write_to.partitioned_by_bucket", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Bucket(4, Col("k"))).Create());
        ToNothing("write_to.partitioned_by_bucket_column", path => _base.WriteTo(Named(path)).Using("delta").PartitionedBy(Bucket(Lit(4), Col("k"))).Create());
    }
}
