using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class ColumnMappingTests
{
    private const string Schema =
        """{"type":"struct","fields":[{"name":"Name","type":"string","nullable":true,"metadata":{"delta.columnMapping.id":1,"delta.columnMapping.physicalName":"col-1"}},{"name":"inner","type":{"type":"array","elementType":{"type":"struct","fields":[{"name":"x","type":"long","nullable":true,"metadata":{"delta.columnMapping.id":3,"delta.columnMapping.physicalName":"col-3"}}]},"containsNull":true},"nullable":true,"metadata":{"delta.columnMapping.id":2,"delta.columnMapping.physicalName":"col-2"}},{"name":"p","type":"integer","nullable":true,"metadata":{"delta.columnMapping.id":4,"delta.columnMapping.physicalName":"col-4"}}]}""";

    [Theory]
    [InlineData("name", ColumnMappingMode.Name)]
    [InlineData("id", ColumnMappingMode.Id)]
    public void PhysicalSchema_has_physical_names_at_every_level(string mode, ColumnMappingMode expected)
    {
        var metadata = Table(mode);
        Assert.Equal(expected, ColumnMapping.ModeOf(metadata));
        Assert.Equal("`col-1` STRING,`col-2` ARRAY<STRUCT<`col-3`: BIGINT>>,`col-4` INT", ColumnMapping.PhysicalSchema(metadata).ToDdl());
        Assert.Equal(1, ColumnMapping.FieldId(metadata, metadata.Schema.Fields[0]));
    }

    [Fact]
    public void PhysicalSchema_without_mapping_is_the_schema_whatever_its_metadata_says()
    {
        var metadata = Table("none");
        Assert.Same(metadata.Schema, ColumnMapping.PhysicalSchema(metadata));
        Assert.Equal("Name", ColumnMapping.PhysicalName(metadata, metadata.Schema.Fields[0]));
        Assert.Null(ColumnMapping.FieldId(metadata, metadata.Schema.Fields[0]));
    }

    [Fact]
    public void Match_partition_values_and_statistics_are_by_physical_name()
    {
        var file = TestTable.File("a", 1, """{"numRecords":1,"minValues":{"col-1":"b"},"maxValues":{"col-1":"c"}}""", ("col-4", "7"));
        var pruner = new FilePruner(Table("name"), TimeZoneInfo.Utc);
        Assert.Equal(FileMatch.None, pruner.Match(new FilePredicate.Comparison(["name"], ComparisonOperator.Equal, "a"), file));
        Assert.Equal(FileMatch.All, pruner.Match(new FilePredicate.Comparison(["p"], ComparisonOperator.Equal, 7), file));
    }

    [Fact]
    public void Compose_statistics_are_by_physical_name() => Assert.Equal(
        """{"numRecords":1,"minValues":{"col-1":"a"},"maxValues":{"col-1":"b"},"nullCount":{"col-1":0}}""",
        FileStatistics.Compose(Table("name"), 1, [new(["name"], "a", "b", 0)]));

    [SkippableTheory]
    [InlineData("delta-golden", "table-with-columnmapping-mode-id", ColumnMappingMode.Id)]
    [InlineData("delta-golden", "data-skipping-basic-stats-all-types-columnmapping-name", ColumnMappingMode.Name)]
    public void ModeOf_upstream_table_and_its_files_are_known_by_physical_names(string source, string name, ColumnMappingMode mode)
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var snapshot = DeltaLog.ForTable(
            UpstreamTable.Named(source, name).Folder,
            LocalLogStore.Instance,
            DuckDbParquet.Instance,
            TimeProvider.System,
            new HashSet<string> { TableFeature.ColumnMapping }).Latest();
        Assert.Equal(mode, ColumnMapping.ModeOf(snapshot.Metadata));
        var physical = ColumnMapping.PhysicalSchema(snapshot.Metadata);
        foreach (var file in snapshot.AllFiles)
        {
            var row = DuckDbParquet.Instance.ReadRows(file.AbsolutePath(snapshot.TablePath), new StructType([physical.Fields[0]])).First();
            Assert.NotNull(row[0]);
        }
    }

    private static Metadata Table(string mode) => new()
    {
        Id = "t",
        SchemaString = Schema,
        PartitionColumns = ["p"],
        Properties = new Dictionary<string, string> { ["delta.columnMapping.mode"] = mode },
    };
}
