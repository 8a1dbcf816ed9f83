using System.Reflection;
using System.Runtime.Loader;

namespace DataPlatform.Hosting;

/// <summary>Finds the assemblies of a submitted name and calls their programs, which call <see cref="JobHost.Run{TJob}"/>.</summary>
internal static class JobAssembly
{
    /// <summary>The jobs that a submitted name stands for, in order: those of a pipeline, the one in a folder, or an assembly.</summary>
    /// <exception cref="DataPlatform.Pipelines.ConfigurationException"><c>UNKNOWN_JOB</c>, <c>JOB_NOT_BUILT</c>, <c>FILE_NOT_FOUND</c>, or the pipeline is wrong.</exception>
    public static IReadOnlyList<SubmittedJob> Find(SubmitOptions options, string workingFolder)
    {
        if (options.Job.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            var path = Path.GetFullPath(options.Job, workingFolder);
            return File.Exists(path) ? [Job(Path.GetFileNameWithoutExtension(path), path)] : throw HostingErrors.FileNotFound("job", path);
        }

        return [.. Names(options.Root, options.Job).Select(name => Job(name, PathOf(options.Root, name)))];
    }

    private static IReadOnlyList<string> Names(string root, string job)
    {
        if (File.Exists(PipelineDefinition.FileOf(root, job)))
        {
            return PipelineDefinition.Read(root, job).Jobs;
        }

        return job is not ("." or "..") && (Directory.Exists(Path.Combine(root, "jobs", job)) || File.Exists(Beside(job)))
            ? [job]
            : throw HostingErrors.UnknownJob(job, [.. PipelineDefinition.Names(root), .. FoldersOf(root)], root);
    }

    private static SubmittedJob Job(string name, string path) => new(name, () =>
    {
        var program = Load(path).EntryPoint ?? throw HostingErrors.NoProgram(path);
        object?[] arguments = program.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
        program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    });

    private static IEnumerable<string> FoldersOf(string root)
    {
        var jobs = Path.Combine(root, "jobs");
        return Directory.Exists(jobs) ? Directory.EnumerateDirectories(jobs).Select(folder => Path.GetFileName(folder)) : [];
    }

    /// <summary>The build of the same configuration as this platform's comes first; a job may also be built into the platform's own folder.</summary>
    private static string PathOf(string root, string job)
    {
        var framework = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}") ? "Debug" : "Release";
        var built = Path.Combine(root, "jobs", job, "bin", configuration, framework, $"{job}.dll");
        return File.Exists(Beside(job)) ? Beside(job) : File.Exists(built) ? built : throw HostingErrors.JobNotBuilt(job, built);
    }

    private static string Beside(string job) => Path.Combine(AppContext.BaseDirectory, $"{job}.dll");

    /// <summary>Loads into the platform's own context, so that types are shared; what only the job needs is found beside it.</summary>
    private static Assembly Load(string path)
    {
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException)
        {
            throw HostingErrors.NoProgram(path);
        }
    }
}
