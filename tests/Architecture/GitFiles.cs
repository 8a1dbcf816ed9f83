using System.Diagnostics;

namespace Architecture;

/// <summary>What git knows of the working tree.</summary>
internal static class GitFiles
{
    /// <summary>Tracked files, relative to the root. Skips the test where there is no git or no repository, as in a source archive.</summary>
    public static string[] Tracked()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("git is not installed, so what is tracked is not known");
        }

        using (process)
        {
            var files = process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            Skip.If(process.ExitCode != 0, "this tree is no git repository, so what is tracked is not known");
            return files;
        }
    }
}
