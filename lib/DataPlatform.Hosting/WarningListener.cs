using System.Diagnostics;
using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>Takes the warnings of the rooms below, which they give to .NET's trace, into the run's log, as long as it is not disposed.</summary>
internal sealed class WarningListener : TraceListener
{
    private readonly RunLog _log;

    public WarningListener(RunLog log)
    {
        _log = log;
        Filter = new EventTypeFilter(SourceLevels.Warning);
        Trace.Listeners.Add(this);
    }

    public override void TraceEvent(TraceEventCache? eventCache, string source, TraceEventType eventType, int id, string? message)
    {
        if (eventType <= TraceEventType.Warning)
        {
            _log.Warning(message ?? "");
        }
    }

    // Only events carry warnings; free text of others is none of the run's.
    public override void Write(string? message)
    {
    }

    public override void WriteLine(string? message)
    {
    }

    protected override void Dispose(bool disposing)
    {
        Trace.Listeners.Remove(this);
        base.Dispose(disposing);
    }
}
