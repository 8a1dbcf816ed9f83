using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>
/// The Java program that serves Spark Connect for one process. Its sources are resources of this assembly; they are compiled against the jars of the Spark that is to run
/// them, once for each version of either, and kept in the user's cache folder.
/// </summary>
internal static class RunnerJar
{
    private const string Name = "dataplatform-runner.jar";
    private const string ResourcePrefix = "Runner/";

    /// <summary>The main class.</summary>
    public const string MainClass = "dataplatform.JobRunner";

    /// <summary>The path of the jar for a Spark: one that lies beside the program, else the cached one, which is built where it is missing.</summary>
    /// <exception cref="DataPlatformException"><c>RUNNER_NOT_BUILT</c>.</exception>
    public static string For(SparkInstallation spark)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Name);
        if (File.Exists(beside))
        {
            return beside;
        }

        var sources = Sources();
        var cached = Path.Combine(CacheFolder(), $"runner-{Key(spark, sources)}.jar");
        if (!File.Exists(cached))
        {
            Build(spark, sources, cached);
        }

        return cached;
    }

    private static IReadOnlyDictionary<string, byte[]> Sources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToDictionary(
            name => name[ResourcePrefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            });
    }

    /// <summary>Changes with the sources and with the jars' names, which carry their versions.</summary>
    private static string Key(SparkInstallation spark, IReadOnlyDictionary<string, byte[]> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, text) in sources)
        {
            hash.AppendData(text);
        }

        var jars = Directory.EnumerateFiles(Path.Combine(spark.Home, "jars"), "spark-*.jar").Select(jar => Path.GetFileName(jar)).Order(StringComparer.Ordinal);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', jars)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string CacheFolder()
    {
        // Users without a home folder, as in containers, have no such folder either.
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "dataplatform");
    }

    private static void Build(SparkInstallation spark, IReadOnlyDictionary<string, byte[]> sources, string target)
    {
        var compiler = spark.JavaCompiler ?? throw SparkConnectErrors.NoCompiler();
        var work = Directory.CreateTempSubdirectory("dataplatform-runner-");
        try
        {
            foreach (var (name, text) in sources)
            {
                File.WriteAllBytes(Path.Combine(work.FullName, name), text);
            }

            Compile(spark, compiler, work.FullName, sources.Keys);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var jar = $"{target}.{Environment.ProcessId}";
            File.Delete(jar);
            ZipFile.CreateFromDirectory(Path.Combine(work.FullName, "classes"), jar);

            // In one step, so that nobody sees half a jar; of two at once either is good.
            File.Move(jar, target, overwrite: true);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Compile(SparkInstallation spark, string compiler, string folder, IEnumerable<string> files)
    {
        var start = new ProcessStartInfo(compiler) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments = ["-nowarn", "-XDignore.symbol.file", "-encoding", "UTF-8", "-d", "classes", "-cp", Path.Combine(spark.Home, "jars", "*"), .. files];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw SparkConnectErrors.NotCompiled(spark.Home, errors + output.Result);
        }
    }
}
