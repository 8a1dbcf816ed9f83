using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- [pipeline | nothing-new | small-files | merge]... [--scale N]
// Without names all are run. --scale divides the size of small-files and merge.
var scale = 1;
var names = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--scale":
            scale = int.Parse(args[++i], System.Globalization.CultureInfo.InvariantCulture);
            break;
        case "--child":
            return Child.Run(args[(i + 1)..]);
        default:
            names.Add(args[i]);
            break;
    }
}

Console.WriteLine(Measurement.Machine());
Console.WriteLine();
Console.WriteLine("| benchmark | what | seconds | peak memory, MiB |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var (name, run) in new (string, Action)[]
{
    ("pipeline", PipelineBenchmark.Run), ("nothing-new", NothingNewBenchmark.Run), ("small-files", () => SmallFilesBenchmark.Run(scale)), ("merge", () => MergeBenchmark.Run(scale)),
})
{
    if (names.Count == 0 || names.Contains(name))
    {
        run();
    }
}

return 0;
