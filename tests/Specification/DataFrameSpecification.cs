using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>Calls on data frames, readers and writers that Spark was asked too: an engine answers the same, or refuses as its gaps say.</summary>
public abstract class DataFrameSpecification<TEngine>(TEngine engine) : IClassFixture<TEngine>
    where TEngine : EngineFixture, IEngineUnderTest
{
    private static readonly string[] Ordered = ["sort.", "describe.", "summary."];

    public static TheoryData<string> DataFrameCalls => Names("dataframes");

    public static TheoryData<string> ActionCalls => Names("actions");

    public static TheoryData<string> StorageCalls => Names("storage");

    public static TheoryData<string> DeltaCalls => Names("delta");

    [SkippableTheory]
    [MemberData(nameof(DataFrameCalls))]
    public void Data_frame_call_made_on_Spark_gets_its_answer(string name) => Ask("dataframes", name, session => new DataFrameCases(session).Ask(name));

    [SkippableTheory]
    [MemberData(nameof(ActionCalls))]
    public void Action_taken_on_Spark_has_its_outcome(string name) => Ask("actions", name, session => new ActionCases(session).Ask(name));

    [SkippableTheory]
    [MemberData(nameof(StorageCalls))]
    public void Files_written_and_read_on_Spark_give_its_answer(string name) =>
        InFolder(folder => Ask("storage", name, session => new StorageCases(session).Ask(name, folder)));

    [SkippableTheory]
    [MemberData(nameof(DeltaCalls))]
    public void Delta_table_changed_on_Spark_gives_its_answer(string name) =>
        InFolder(folder => Ask("delta", name, session => new DeltaCases(session).Ask(name, Path.Combine(folder, "t"))));

    private static void InFolder(Action<string> run)
    {
        var folder = Directory.CreateTempSubdirectory("specification").FullName;
        try
        {
            run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TheoryData<string> Names(string family) => Asked.Of<TEngine>(GoldenFile.Of(family).Cases.Select(test => test.Name));

    private void Ask(string family, string name, Func<SparkSession, DataFrame> call)
    {
        Skip.If(TEngine.Missing is not null, TEngine.Missing);
        var file = GoldenFile.Of(family);
        var session = engine.SessionOf(file, family);
        var ordered = family == "actions" || Ordered.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        Judgement.Of(file.Find(name), () => Judgement.TextOf(call(session), ordered)).AssertRight(engine.Gaps);
    }
}
