using System.Diagnostics;

namespace Architecture;

/// <summary>
/// A small tree with a copy of <c>spark-submit.sh</c> and a <c>dotnet</c> that writes down how it was called, so that the script is
/// tested alone and in milliseconds. A "build" makes the platform's file; a "run" prints one argument a line. <see cref="InstallSpark"/> adds a Spark and a JDK of the same kind.
/// </summary>
internal sealed class SubmitSandbox : IDisposable
{
    private const string FakeDotnet = """
        #!/usr/bin/env bash
        echo "$1" >> "$SANDBOX/calls"
        case $1 in
          --version) [ ! -e "$SANDBOX/no-sdk" ] ;;
          build)
            [ ! -e "$SANDBOX/broken" ] || { echo 'X.cs(1,1): error CS1002: ; expected'; exit 1; }
            mkdir -p "$SANDBOX/lib/DataPlatform.Hosting/bin/Release/net10.0"
            touch "$SANDBOX/lib/DataPlatform.Hosting/bin/Release/net10.0/DataPlatform.Hosting.dll" ;;
          publish) folder=${!#}; mkdir -p "${folder#*=}" ;;
          *)
            if [ "$2" = check ]; then
              printf '%s\n' "$@" > "$SANDBOX/checked"
              [ ! -e "$SANDBOX/wrong" ] || { echo '{"exit_code":64}'; exit 64; }
              [ ! -e "$SANDBOX/properties" ] || cat "$SANDBOX/properties"
              exit
            fi
            printf '%s\n' "$PWD" "$@"; exit "${EXIT_CODE:-0}" ;;
        esac
        """;

    private const string FakeSparkSubmit = """
        #!/usr/bin/env bash
        printf '%s\n' "remote=${SPARK_REMOTE-none}" "$@"; exit "${EXIT_CODE:-0}"
        """;

    private const string FakeCompiler = """
        #!/usr/bin/env bash
        echo javac >> "$SANDBOX/calls"
        printf '%s\n' "$@" > "$SANDBOX/compiled"
        """;

    private const string FakeArchiver = """
        #!/usr/bin/env bash
        echo jar >> "$SANDBOX/calls"
        while [ "$1" != --file ]; do shift; done
        echo jar > "$2"
        """;

    private static readonly string[] Tools =
        ["bash", "env", "find", "sed", "awk", "cat", "mktemp", "dirname", "readlink", "touch", "mv", "mkdir", "rm", "flock", "sleep"];

    public SubmitSandbox()
    {
        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        Directory.CreateDirectory(Path.Combine(Root, "lib", "DataPlatform.Hosting"));
        Directory.CreateDirectory(Path.Combine(Root, "jobs", "First"));
        foreach (var file in (string[])["spark-submit.sh", "global.json", "Directory.Build.props", "Directory.Packages.props"])
        {
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(Root, file));
        }

        Write("jobs/First/Program.cs", "");
        WriteProgram("bin/dotnet", FakeDotnet);

        foreach (var tool in Tools)
        {
            var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
            if (found is not null)
            {
                File.CreateSymbolicLink(Path.Combine(Root, "bin", tool), found);
            }
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("submit ").FullName;

    public string Platform => Path.Combine(Root, "lib/DataPlatform.Hosting/bin/Release/net10.0/DataPlatform.Hosting.dll");

    public string Runner => Path.Combine(Root, "lib/DataPlatform.Engines.SparkConnect/bin/dataplatform-runner-2.13-4.2.0.jar");

    public string SparkHome => Path.Combine(Root, "spark home");

    /// <summary>Environment variables beside PATH.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public int Builds => Calls("build");

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    /// <summary>How often a tool was called: build, publish, javac, jar.</summary>
    public int Calls(string tool) => File.Exists(Path.Combine(Root, "calls")) ? File.ReadLines(Path.Combine(Root, "calls")).Count(call => call == tool) : 0;

    /// <summary>The lines of a file that a tool wrote.</summary>
    public string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>Adds a Spark whose <c>spark-submit</c> prints one argument a line, a JDK, and the runner's sources.</summary>
    public void InstallSpark()
    {
        Directory.CreateDirectory(Path.Combine(SparkHome, "bin"));
        Directory.CreateDirectory(Path.Combine(SparkHome, "jars"));
        WriteProgram("spark home/bin/spark-submit", FakeSparkSubmit);
        Write("spark home/jars/spark-core_2.13-4.2.0.jar", "");
        WriteProgram("bin/java", "#!/usr/bin/env bash");
        WriteProgram("bin/javac", FakeCompiler);
        WriteProgram("bin/jar", FakeArchiver);
        const string runner = "lib/DataPlatform.Engines.SparkConnect/Runner";
        Directory.CreateDirectory(Path.Combine(Root, runner));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, runner)))
        {
            File.Copy(file, Path.Combine(Root, runner, Path.GetFileName(file)));
        }

        Variables["SPARK_HOME"] = SparkHome;
    }

    /// <summary>Makes a file newer than everything that is there now, whatever the resolution of the file system's times.</summary>
    public void Touch(string path) => File.SetLastWriteTimeUtc(Path.Combine(Root, path), DateTime.UtcNow.AddSeconds(10));

    public SubmitOutcome Submit(params string[] arguments) => Submit(Root, 0, arguments);

    public SubmitOutcome Submit(string workingDirectory, int exitCode, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "bin", "bash"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingDirectory,
        };
        start.ArgumentList.Add(Path.Combine(Root, "spark-submit.sh"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["PATH"] = Path.Combine(Root, "bin");
        foreach (var name in (string[])["SPARK_HOME", "JAVA_HOME", "SPARK_REMOTE"])
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["SANDBOX"] = Root;
        start.Environment["EXIT_CODE"] = exitCode.ToString();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new SubmitOutcome(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.Result);
    }

    private void WriteProgram(string path, string text)
    {
        Write(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Root, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
