using Newtonsoft.Json.Linq;

namespace Notebooks;

/// <summary>
/// Executes a notebook without a browser: the kernel is .NET Interactive, a tool that <c>notebooks/.config/dotnet-tools.json</c> pins; a Jupyter client
/// starts it and sends it the cells. Where one of them is not to be had, the test is skipped and says what to install.
/// </summary>
internal static class Kernel
{
    private const string Client = """
        import sys, nbclient, nbformat
        notebook = nbformat.read(sys.argv[1], as_version=4)
        nbclient.NotebookClient(notebook, timeout=300, kernel_name=".net-csharp", resources={"metadata": {"path": sys.argv[2]}}).execute()
        nbformat.write(notebook, sys.argv[3])
        """;

    private const string Specification = """
        {
          "argv": ["dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "--default-kernel", "csharp", "{connection_file}"],
          "display_name": ".NET (C#)",
          "language": "C#"
        }
        """;

    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    private static readonly Dictionary<string, string> Quiet = new() { ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" };

    /// <summary>Runs all cells with <c>notebooks/</c> as the working directory and returns the notebook with what they put out. The file stays as it is.</summary>
    public static JObject Execute(string notebook, IReadOnlyDictionary<string, string> environment)
    {
        var folder = Path.Combine(Repository.Root, "notebooks");
        var python = FindPython(folder);
        RestoreKernel(folder);

        var scratch = Directory.CreateTempSubdirectory("notebook").FullName;
        try
        {
            var kernels = Directory.CreateDirectory(Path.Combine(scratch, "jupyter", "kernels", ".net-csharp")).FullName;
            File.WriteAllText(Path.Combine(kernels, "kernel.json"), Specification);
            var executed = Path.Combine(scratch, "executed.ipynb");
            var variables = new Dictionary<string, string>(Quiet.Concat(environment)) { ["JUPYTER_PATH"] = Path.Combine(scratch, "jupyter") };
            var run = Command.Run(python, ["-c", Client, notebook, folder, executed], folder, variables, Limit)!;
            Assert.True(run.ExitCode == 0, $"{notebook} failed:\n{run.Errors}");
            return JObject.Parse(File.ReadAllText(executed));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string FindPython(string folder)
    {
        var found = Pythons.FirstOrDefault(python => Command.Run(python, ["-c", "import nbclient"], folder, Quiet, Limit) is { ExitCode: 0 });
        Skip.If(found is null, "no Jupyter client: install Debian's python3-nbclient, or pip's nbclient");
        return found!;
    }

    private static void RestoreKernel(string folder)
    {
        var restore = Command.Run("dotnet", ["tool", "restore"], folder, Quiet, Limit)!;
        Skip.If(restore.ExitCode != 0, $"the kernel, Microsoft.dotnet-interactive, could not be restored: {restore.Errors}{restore.Output}");
    }
}
