using System.Diagnostics;

namespace Architecture;

/// <summary>
/// A small tree with a copy of <c>spark-submit.sh</c> and a <c>dotnet</c> that writes down how it was called, so that the script is
/// tested alone and in milliseconds. A "build" makes the platform's file; a "run" prints one argument a line.
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
          *) printf '%s\n' "$PWD" "$@"; exit "${EXIT_CODE:-0}" ;;
        esac
        """;

    private static readonly string[] Tools =
        ["bash", "env", "find", "sed", "awk", "cat", "mktemp", "dirname", "readlink", "touch", "mv", "mkdir", "rm", "flock"];

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
        Write("bin/dotnet", FakeDotnet);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Root, "bin", "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

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

    public int Builds => File.Exists(Path.Combine(Root, "calls")) ? File.ReadLines(Path.Combine(Root, "calls")).Count(call => call == "build") : 0;

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

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
        start.Environment["SANDBOX"] = Root;
        start.Environment["EXIT_CODE"] = exitCode.ToString();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new SubmitOutcome(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.Result);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
