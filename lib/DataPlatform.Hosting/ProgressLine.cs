using System.Globalization;
using DataPlatform.Pipelines;
using DataPlatform.Plans;

namespace DataPlatform.Hosting;

/// <summary>One line at the foot of a terminal that says what runs now. Nowhere else is anything drawn.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const string EraseLine = "\r\e[K";

    private readonly HostSurroundings _surroundings;
    private readonly RunLog _log;
    private string _text = "";
    private string _query = "";

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
        (_text, _query) = (text, "");
        if (_surroundings.IsTerminal)
        {
            Draw();
        }
    }

    /// <summary>Shows how far Spark has come with what the run asked for last.</summary>
    public void Show(QueryProgress query)
    {
        _query = query.CompletedTasks < query.Tasks ? string.Create(CultureInfo.InvariantCulture, $", {query.CompletedTasks}/{query.Tasks} tasks, {query.InputBytes >> 20} MB read") : "";
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

    private void Draw() => _surroundings.Errors.Write($"{EraseLine}{_text}{_query} …");
}
