using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class ReaderWriterTests
{
    private readonly RecordingEngine _engine = new();
    private readonly SparkSession _session;

    public ReaderWriterTests() => _session = new SparkSession(_engine);

    private Command Ran => Assert.Single(_engine.Commands);

    private DataFrame Rows => _session.Table("t");

    [Fact]
    public void Csv_takes_schema_options_and_paths() => Assert.Equal(
        new DataSource("csv", StructType.FromDdl("a INT"), Options(("header", "true"), ("maxColumns", "5"), ("sep", ";")), ["p", "q"]),
        Plan(_session.Read().Schema("a INT").Option("header", true).Option("SEP", ",").Option("sep", ";").Option("maxColumns", 5).Csv("p", "q"), "SEP"));

    [Fact]
    public void Load_without_a_path_takes_the_option() => Assert.Equal(
        new DataSource("json", null, [], ["p"]), Plan(_session.Read().Format("json").Option("path", "p").Load()));

    [Fact]
    public void Load_without_a_format_takes_the_default()
    {
        Assert.Equal(new DataSource("delta", null, [], ["p"]), Plan(_session.Read().Load("p")));
        _session.Conf().Set("spark.sql.sources.default", "parquet");
        Assert.Equal(new DataSource("parquet", null, [], ["p"]), Plan(_session.Read().Load("p")));
    }

    [Fact]
    public void Table_takes_options() => Assert.Equal(
        new NamedTable("delta.`p`", Options(("versionAsOf", "3"))), Plan(_session.Read().Option("versionAsOf", 3).Table("delta.`p`")));

    [Fact]
    public void Option_numbers_are_written_without_culture() => Assert.Equal(
        new DataSource("csv", null, Options(("samplingRatio", "0.5")), ["p"]), Plan(_session.Read().Option("samplingRatio", 0.5).Csv("p")));

    [Fact]
    public void Save_without_a_mode_fails_where_data_is()
    {
        var rows = Rows;
        rows.Write().PartitionBy("a", "b").Option("compression", "zstd").Parquet("p");
        Assert.Equal(new WriteOperation(rows.Plan, "parquet", WriteMode.ErrorIfExists, Options(("compression", "zstd")), ["a", "b"]) { Path = "p" }, Ran);
    }

    [Theory]
    [InlineData("append", WriteMode.Append)]
    [InlineData("OVERWRITE", WriteMode.Overwrite)]
    [InlineData("error", WriteMode.ErrorIfExists)]
    [InlineData("default", WriteMode.ErrorIfExists)]
    [InlineData("ignore", WriteMode.Ignore)]
    public void Mode_is_found_by_name(string name, object expected)
    {
        Rows.Write().Mode(name).Save("p");
        Assert.Equal((WriteMode)expected, ((WriteOperation)Ran).Mode);
    }

    [Fact]
    public void Mode_of_another_name_is_refused_as_in_Spark() =>
        Assert.Equal("INVALID_SAVE_MODE", Assert.Throws<AnalysisException>(() => Rows.Write().Mode("bogus")).Code);

    [Fact]
    public void Save_without_a_path_is_refused() => Assert.Throws<InvalidOperationException>(() => Rows.Write().Save());

    [Fact]
    public void Save_takes_the_path_of_the_option()
    {
        Rows.Write().Option("path", "p").Save();
        Assert.Equal(("p", 0), (((WriteOperation)Ran).Path, ((WriteOperation)Ran).Options.Count));
    }

    [Fact]
    public void InsertInto_appends_unless_told_to_overwrite()
    {
        Rows.Write().InsertInto("u");
        Rows.Write().Mode(SaveMode.Overwrite).InsertInto("u");
        Assert.Equal([("u", true, WriteMode.Append), ("u", true, WriteMode.Overwrite)], _engine.Commands.Cast<WriteOperation>().Select(write => (write.TableName, write.IsInsertInto, write.Mode)));
    }

    [Fact]
    public void SaveAsTable_names_the_table()
    {
        Rows.Write().Format("delta").SaveAsTable("u");
        Assert.Equal(("u", false, null), (((WriteOperation)Ran).TableName, ((WriteOperation)Ran).IsInsertInto, ((WriteOperation)Ran).Path));
    }

    [Fact]
    public void WriteTo_says_what_is_done_by_the_last_method()
    {
        var rows = Rows;
        rows.WriteTo("u").Using("delta").PartitionedBy(Functions.Col("a")).TableProperty("delta.appendOnly", "true").Option("o", 1).CreateOrReplace();
        Assert.Equal(
            new WriteOperationV2(rows.Plan, "u", WriteModeV2.CreateOrReplace, "delta", [Plans.A], Options(("o", "1")), Options(("delta.appendOnly", "true")), null), Ran);
    }

    [Fact]
    public void WriteTo_overwrites_by_condition()
    {
        Rows.WriteTo("u").Overwrite(Functions.Col("a"));
        Assert.Equal((WriteModeV2.Overwrite, Plans.A), (((WriteOperationV2)Ran).Mode, ((WriteOperationV2)Ran).OverwriteCondition));
    }

    private static ValueList<KeyValuePair<string, string>> Options(params (string Key, string Value)[] options) =>
        [.. options.Select(option => KeyValuePair.Create(option.Key, option.Value))];

    /// <summary>The plan; of an option set under two spellings the first stays, which is of no account.</summary>
    private static LogicalPlan Plan(DataFrame frame, string? spelling = null) => Plans.WithoutIds(frame.Plan) switch
    {
        DataSource source when spelling is not null => source with
        {
            Options = source.Options.Map(option => option.Key == spelling ? KeyValuePair.Create(spelling.ToLowerInvariant(), option.Value) : option),
        },
        var plan => plan,
    };
}
