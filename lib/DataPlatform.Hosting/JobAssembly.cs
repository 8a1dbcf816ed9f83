using System.Runtime.Loader;

namespace DataPlatform.Hosting;

/// <summary>Finds the assemblies of a submitted name and calls their programs, which call <see cref="JobHost.Run{TJob}"/>.</summary>
internal static class JobAssembly
{
    /// <summary>The jobs that a name stands for, in order: those of a pipeline, or the one.</summary>
    public static IReadOnlyList<string> JobsOf(string root, string name, string workingFolder)
    {
        if (name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            var path = Path.GetFullPath(name, workingFolder);
            return File.Exists(path) ? [path] : throw HostingErrors.FileNotFound("job", path);
        }

        if (File.Exists(PipelineDefinition.FileOf(root, name)))
        {
            return PipelineDefinition.Read(root, name).Jobs;
        }

        return Directory.Exists(Path.Combine(root, "jobs", name)) && name is not ("." or "..")
            ? [name]
            : throw HostingErrors.UnknownJob(name, [.. PipelineDefinition.Names(root), .. FoldersOf(root)], root);
    }

    /// <summary>Calls the program of a job.</summary>
    public static void Invoke(string root, string job)
    {
        var path = PathOf(root, job);
        var assembly = Load(path);
        var program = assembly.EntryPoint ?? throw HostingErrors.NoEntryPoint(path);
        object?[] arguments = program.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
        program.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static IEnumerable<string> FoldersOf(string root)
    {
        var jobs = Path.Combine(root, "jobs");
        return Directory.Exists(jobs) ? Directory.EnumerateDirectories(jobs).Select(folder => Path.GetFileName(folder)) : [];
    }

    /// <summary>The build of the same configuration as this platform's comes first; a job may also be built into the platform's own folder.</summary>
    private static string PathOf(string root, string job)
    {
        if (job.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return job;
        }

        var framework = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}") ? "Debug" : "Release";
        var built = Path.Combine(root, "jobs", job, "bin", configuration, framework, $"{job}.dll");
        var beside = Path.Combine(AppContext.BaseDirectory, $"{job}.dll");
        return File.Exists(beside) ? beside : File.Exists(built) ? built : throw HostingErrors.JobNotBuilt(job, built);
    }

    /// <summary>Loads into the platform's own context, so that types are shared; what only the job needs is found beside it.</summary>
    private static System.Reflection.Assembly Load(string path)
    {
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException)
        {
            throw HostingErrors.NoEntryPoint(path);
        }
    }
}
