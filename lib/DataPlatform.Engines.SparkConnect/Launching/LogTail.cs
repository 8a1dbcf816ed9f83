namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>Reads a log to its end in the background and keeps the last lines.</summary>
internal sealed class LogTail
{
    private const int Kept = 40;

    private readonly Queue<string> _lines = new();

    public LogTail(StreamReader log)
    {
        var reader = new Thread(() => Read(log)) { IsBackground = true, Name = "Spark's log" };
        reader.Start();
    }

    /// <summary>The last lines, oldest first.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Adds a line that came another way.</summary>
    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    private void Read(StreamReader log)
    {
        while (log.ReadLine() is { } line)
        {
            Add(line);
        }
    }
}
