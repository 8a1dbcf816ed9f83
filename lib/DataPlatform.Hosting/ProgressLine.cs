using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>One line at the foot of a terminal that says what runs now. Nowhere else is anything drawn.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const string EraseLine = "\r\e[K";

    private readonly HostSurroundings _surroundings;
    private readonly RunLog _log;
    private string _text = "";

    public ProgressLine(HostSurroundings surroundings, RunLog log)
    {
        (_surroundings, _log) = (surroundings, log);
        if (surroundings.IsTerminal)
        {
            log.Writing = Erase;
            log.Written = Draw;
        }
    }

    /// <summary>Shows what runs now.</summary>
    public void Show(string text)
    {
        _text = text;
        if (_surroundings.IsTerminal)
        {
            Draw();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        (_log.Writing, _log.Written) = (null, null);
        if (_surroundings.IsTerminal)
        {
            Erase();
        }
    }

    private void Erase() => _surroundings.Errors.Write(EraseLine);

    private void Draw() => _surroundings.Errors.Write($"{EraseLine}{_text} …");
}
