using System.Diagnostics;

namespace Architecture.Schedules;

/// <summary>
/// A small tree with a copy of <c>conf/</c> and a <c>spark-submit.sh</c> that writes down how it was called and ends with the exit codes it is
/// told, so that what the schedulers run is run for real. Commands that would wait or reach out are stand-ins too, which note their calls.
/// </summary>
internal sealed class ScheduleTree : IDisposable
{
    /// <summary>Where the schedules expect the tree.</summary>
    public const string Installed = "/opt/dataplatform";

    private const string FakeSubmit = """
        #!/usr/bin/env bash
        here=$(dirname "${BASH_SOURCE[0]}")
        (IFS=$'\t'; printf '%s\n' "$*") >> "$here/submissions"
        if [ -e "$here/linger" ]; then
          trap 'exit 75' TERM
          touch "$here/lingering"
          while :; do /bin/sleep 0.05; done
        fi
        code=$(sed -n 1p "$here/exit-codes" 2>/dev/null)
        sed -i 1d "$here/exit-codes" 2>/dev/null
        exit "${code:-0}"
        """;

    public ScheduleTree()
    {
        foreach (var file in Repository.Files("conf", "*"))
        {
            var copy = Path.Combine(Root, Repository.Relative(file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        Program("spark-submit.sh", FakeSubmit);
        Stub("sleep");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("schedules-").FullName;

    /// <summary>The arguments of each submission so far, in order.</summary>
    public IReadOnlyList<string[]> Submissions => [.. Calls("submissions").Select(call => call.Split('\t'))];

    /// <summary>The days that were submitted so far, in order: what follows <c>--date</c>.</summary>
    public IEnumerable<string> Days => Submissions.Select(submission => submission[Array.IndexOf(submission, "--date") + 1]);

    /// <summary>The exit codes of the next submissions; those after them end with 0.</summary>
    public void ExitWith(params int[] codes) => File.WriteAllLines(Path.Combine(Root, "exit-codes"), codes.Select(code => code.ToString()));

    /// <summary>The text of a file of the repository, with the tree's own folder in place of where it is installed.</summary>
    public string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).Replace(Installed, Root);

    /// <summary>Puts a program into the tree.</summary>
    public void Program(string path, string text)
    {
        File.WriteAllText(Path.Combine(Root, path), text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Root, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Puts a command before the machine's own: it notes its call and then does what is said.</summary>
    public void Stub(string command, string then = "") =>
        Program($"bin/{command}", $"#!/usr/bin/env bash\nprintf '%s\\n' \"$*\" >> '{Root}/calls-{command}'\n{then}\n");

    /// <summary>How a stand-in was called so far, its arguments joined by blanks.</summary>
    public IReadOnlyList<string> StubCalls(string command) => Calls($"calls-{command}");

    /// <summary>Runs a script of the tree.</summary>
    public SubmitOutcome Run(string script, params string[] arguments) => Finish(Start(Path.Combine(Root, script), arguments));

    /// <summary>Runs a line as a shell does.</summary>
    public SubmitOutcome Shell(string line, params (string Name, string Value)[] variables) => Finish(Start("bash", ["-c", line], variables));

    public Process Start(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Root,
        };
        start.Environment["PATH"] = $"{Root}/bin:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static SubmitOutcome Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new SubmitOutcome(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.Result);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string[] Calls(string file) => File.Exists(Path.Combine(Root, file)) ? File.ReadAllLines(Path.Combine(Root, file)) : [];
}
