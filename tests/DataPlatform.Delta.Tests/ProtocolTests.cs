namespace DataPlatform.Delta.Tests;

public sealed class ProtocolTests : IDisposable
{
    private readonly TestTable _table = new();

    [Fact]
    public void Latest_unknown_reader_features_are_refused_by_their_names()
    {
        SetProtocol("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["timestampNtz","newOne","newTwo"],"writerFeatures":["timestampNtz","newOne","newTwo"]}""");
        var error = Assert.Throws<DataPlatformException>(_table.Fresh().Latest);
        Assert.Equal(("DELTA_UNSUPPORTED_FEATURES_FOR_READ", "newOne, newTwo"), (error.Code, error.Parameters["unsupported"]));
    }

    [Fact]
    public void Begin_unknown_writer_feature_is_refused_by_its_name_and_reading_is_not()
    {
        SetProtocol("""{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly","newOne"]}""");
        Assert.Equal(1, _table.Fresh().Latest().Version);
        var error = Assert.Throws<DataPlatformException>(() => _table.Fresh().Begin());
        Assert.Equal(("DELTA_UNSUPPORTED_FEATURES_FOR_WRITE", "newOne"), (error.Code, error.Parameters["unsupported"]));
    }

    [Theory]
    [InlineData(4, 7)]
    [InlineData(99, 99)]
    public void Latest_newer_reader_version_is_refused(int reader, int writer)
    {
        SetProtocol($$"""{"minReaderVersion":{{reader}},"minWriterVersion":{{writer}}}""");
        Assert.Equal("DELTA_INVALID_PROTOCOL_VERSION", Assert.Throws<DataPlatformException>(_table.Fresh().Latest).Code);
    }

    [Fact]
    public void Begin_newer_writer_version_is_refused_and_reading_is_not()
    {
        SetProtocol("""{"minReaderVersion":1,"minWriterVersion":8}""");
        Assert.Equal(1, _table.Fresh().Latest().Version);
        Assert.Equal("DELTA_INVALID_PROTOCOL_VERSION", Assert.Throws<DataPlatformException>(() => _table.Fresh().Begin()).Code);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    [InlineData(2, 6)]
    public void Begin_legacy_versions_without_use_of_their_features_can_be_written(int reader, int writer)
    {
        SetProtocol($$"""{"minReaderVersion":{{reader}},"minWriterVersion":{{writer}}}""");
        Assert.Equal(2, TestTable.Append(_table.Fresh(), TestTable.File("a")).OrThrow().Version);
    }

    [Theory]
    [InlineData("\"delta.invariants\":\"{}\"", "", "invariants")]
    [InlineData("\"delta.generationExpression\":\"1\"", "", "generatedColumns")]
    [InlineData("\"delta.identity.start\":1", "", "identityColumns")]
    [InlineData("", "\"delta.constraints.positive\":\"id > 0\"", "checkConstraints")]
    [InlineData("", "\"delta.enableChangeDataFeed\":\"true\"", "changeDataFeed")]
    public void Begin_legacy_version_with_use_of_a_feature_is_refused_by_its_name(string fieldMetadata, string property, string feature)
    {
        var schema = $$$$"""{"type":"struct","fields":[{"name":"id","type":"long","nullable":true,"metadata":{ {{{{fieldMetadata}}}} }}]}""".Replace("\"", "\\\"", StringComparison.Ordinal);
        _table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":1,"minWriterVersion":6}}""",
            $$$$"""{"metaData":{"id":"t","format":{"provider":"parquet","options":{}},"schemaString":"{{{{schema}}}}","partitionColumns":[],"configuration":{ {{{{property}}}} }}}""");
        Assert.Equal(0, _table.Fresh().Latest().Version);
        var error = Assert.Throws<DataPlatformException>(() => _table.Fresh().Begin());
        Assert.Equal(("DELTA_UNSUPPORTED_FEATURES_FOR_WRITE", feature), (error.Code, error.Parameters["unsupported"]));
    }

    [Fact]
    public void Latest_column_mapping_that_is_used_is_refused_by_its_name_under_the_legacy_version_too()
    {
        _table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":2,"minWriterVersion":5}}""",
            """{"metaData":{"id":"t","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{"delta.columnMapping.mode":"name"}}}""");
        var error = Assert.Throws<DataPlatformException>(_table.Fresh().Latest);
        Assert.Equal("columnMapping", error.Parameters["unsupported"]);
    }

    public void Dispose() => _table.Dispose();

    private void SetProtocol(string protocol)
    {
        _table.Create();
        _table.WriteCommit(1, $$"""{"protocol":{{protocol}}}""");
    }
}
