using System.Diagnostics;
using System.Globalization;

namespace DataPlatform.Hosting;

/// <summary>Looks whether the program that started Spark for this run still lives, as long as it is not disposed. Spark lives in it; a run without it would wait for answers that cannot come.</summary>
internal sealed class RunnerWatch : IDisposable
{
    /// <summary>The variable with that program's process id.</summary>
    public const string Variable = "DATAPLATFORM_RUNNER";

    private readonly CancellationTokenSource _stop = new();

    private RunnerWatch(Process runner, Action gone) => _ = Watch(runner, gone);

    /// <summary>Begins to look; null where no program started Spark for this run.</summary>
    /// <param name="variable">Gives an environment variable; null where it is not set.</param>
    /// <param name="gone">Called once, on another thread, when the program is gone; also where it was gone before.</param>
    public static RunnerWatch? Start(Func<string, string?> variable, Action gone)
    {
        if (!int.TryParse(variable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            return new RunnerWatch(Process.GetProcessById(id), gone);
        }
        catch (ArgumentException)
        {
            // So .NET says that no such process runs.
            gone();
            return null;
        }
    }

    public void Dispose() => _stop.Cancel();

    private async Task Watch(Process runner, Action gone)
    {
        using (runner)
        {
            await runner.WaitForExitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stop.IsCancellationRequested)
            {
                gone();
            }
        }
    }
}
