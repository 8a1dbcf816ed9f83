using System.Text.Json;
using DataPlatform.Hosting;
using Microsoft.Spark.Sql;

namespace Flights.Tests;

/// <summary>A lake and a landing folder that are there for one test, with the repository's own jobs and definitions.</summary>
internal sealed class FlightsLake : IDisposable
{
    private static readonly SparkSession Base = SparkSession.Builder().Master("embedded").GetOrCreate();

    private readonly string _folder = Directory.CreateTempSubdirectory("flights").FullName;

    public FlightsLake() => Directory.CreateDirectory(Landing);

    /// <summary>A copy of another, times of files included.</summary>
    public FlightsLake(FlightsLake copyOf)
    {
        foreach (var file in Directory.EnumerateFiles(copyOf._folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(copyOf._folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static string Root { get; } = FindRoot();

    /// <summary>January as the repository keeps it.</summary>
    public static string Sample { get; } = Path.Combine(Root, "tests", "data", "nycflights13", "landing");

    public string Lake => Path.Combine(_folder, "lake");

    public string Landing => Path.Combine(_folder, "landing");

    public SparkSession Spark => Base;

    /// <summary>What the last submission wrote to standard error.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>Copies days of January's flights and weather, and the registers.</summary>
    public void Land(params int[] days)
    {
        LandRegisters();
        foreach (var day in days)
        {
            Copy(Path.Combine("flights", $"flights-2013-01-{day:00}.csv"));
            Copy(Path.Combine("weather", $"weather-2013-01-{day:00}.jsonl"));
        }
    }

    /// <summary>Copies planes, airlines and airports.</summary>
    public void LandRegisters()
    {
        foreach (var register in (string[])["planes", "airlines", "airports"])
        {
            Copy(Path.Combine(register, $"{register}.csv"));
        }
    }

    /// <summary>As <see cref="Land"/>, with the first rows only of everything, for tests that run often.</summary>
    public void LandPart(int day)
    {
        Land(day);
        foreach (var path in (string[])[$"flights/flights-2013-01-{day:00}.csv", $"weather/weather-2013-01-{day:00}.jsonl", "planes/planes.csv"])
        {
            File.WriteAllLines(Landed(path), [.. File.ReadLines(Landed(path)).Take(40)]);
        }
    }

    /// <summary>The full path of a landed file.</summary>
    public string Landed(string path) => Path.Combine(Landing, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Landed(path))!);
        File.WriteAllText(Landed(path), text);
    }

    /// <summary>Changes a landed file's text.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        var (before, after) = (File.ReadAllText(Landed(path)), edit(File.ReadAllText(Landed(path))));
        Assert.NotEqual(before, after);
        File.WriteAllText(Landed(path), after);
    }

    /// <summary>Submits in this process; the report.</summary>
    public JsonElement Submit(params string[] arguments) => Submit(job: null, arguments);

    /// <summary>Submits as it would be by its name a job that is no project of its own.</summary>
    public JsonElement Submit(IJob? job, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var surroundings = new HostSurroundings(output, errors, _folder, _ => null, TimeProvider.System);
        string[] all = ["--root", Root, .. arguments, "--lake", Lake, "--landing", Landing];
        using var submission = new Submission(surroundings) { StartSession = _ => Base.NewSession() };
        var code = submission.Run(
            () => SubmitOptions.Parse(all, _folder),
            options => job is null ? JobAssembly.Find(options, _folder) : [new SubmittedJob(options.Job, () => submission.Join(job))]);
        Errors = errors.ToString();
        using var report = JsonDocument.Parse(output.ToString());
        Assert.Equal((int)code, report.RootElement.GetProperty("exit_code").GetInt32());
        return report.RootElement.Clone();
    }

    /// <summary>Submits what must succeed.</summary>
    public JsonElement Run(params string[] arguments)
    {
        var report = Submit(arguments);
        Assert.True(report.GetProperty("exit_code").GetInt32() == 0, Errors);
        return report;
    }

    /// <summary>Submits to a Spark what must succeed.</summary>
    public void RunOnSpark(string master, params string[] arguments)
    {
        using var process = JobProcess.SubmitToSpark(this, master, arguments);
        var (code, _, errors) = process.End();
        Assert.True(code == 0, errors);
    }

    public DataFrame Table(string identifier) => Spark.Read().Format("delta").Load(Path.Combine(Lake, identifier));

    /// <summary>The one value of a query over a table.</summary>
    public T Value<T>(string table, string expression) => Table(table).SelectExpr(expression).First().GetAs<T>(0);

    /// <summary>The rows of every table outside ops, as sorted text, without what names a run.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables(params string[] layers)
    {
        var found = (layers.Length == 0 ? ["bronze", "silver", "gold"] : layers)
            .Where(layer => Directory.Exists(Path.Combine(Lake, layer)))
            .SelectMany(layer => Directory.GetDirectories(Path.Combine(Lake, layer)).Select(table => $"{layer}/{Path.GetFileName(table)}"))
            .Where(table => Directory.GetFiles(Path.Combine(Lake, table, "_delta_log"), "*.json").Length > 0);
        return found.Order(StringComparer.Ordinal).ToDictionary(table => table, Rows);
    }

    /// <summary>Asserts that every table has the rows that it has in another lake.</summary>
    public static void AssertSame(IReadOnlyDictionary<string, IReadOnlyList<string>> expected, IReadOnlyDictionary<string, IReadOnlyList<string>> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, table => Assert.Equal(table.Value, actual[table.Key]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<string> Rows(string table)
    {
        var rows = Table(table).Drop("_run_id", "_ingested_at", "_source_modified_at", "_batch_id");
        return [.. rows.Collect().Select(row => string.Join('|', row.Values.Select(value => value is object?[] items ? string.Join('+', items) : value))).Order(StringComparer.Ordinal)];
    }

    private void Copy(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Landed(path))!);
        File.Copy(Path.Combine(Sample, path), Landed(path), overwrite: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataPlatform.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
