using System.Globalization;

namespace DataPlatform.Pipelines;

/// <summary>A run's events, one line each: time, level, what happened and its values as <c>name=value</c>. Safe from several threads.</summary>
/// <param name="writer">Where the lines go; standard error in a job.</param>
/// <param name="clock">Tells the time of an event.</param>
public sealed class RunLog(TextWriter writer, TimeProvider clock)
{
    private readonly Lock _lock = new();

    /// <summary>Called before each line, so that whoever draws on the terminal can make room; null where nobody does.</summary>
    public Action? Writing { get; set; }

    /// <summary>Called after each line, so that it can be drawn again.</summary>
    public Action? Written { get; set; }

    /// <summary>Something that a run does as it should.</summary>
    /// <param name="message">What happened, without a line break.</param>
    /// <param name="values">Values in order; null ones are left out.</param>
    public void Information(string message, params ReadOnlySpan<(string Name, object? Value)> values) => Write("INFO", message, values);

    /// <summary>Something that somebody should look at, though the run goes on.</summary>
    /// <param name="message">What happened, without a line break.</param>
    /// <param name="values">Values in order; null ones are left out.</param>
    public void Warning(string message, params ReadOnlySpan<(string Name, object? Value)> values) => Write("WARN", message, values);

    /// <summary>What ended the run.</summary>
    /// <param name="message">What happened, without a line break.</param>
    /// <param name="values">Values in order; null ones are left out.</param>
    public void Error(string message, params ReadOnlySpan<(string Name, object? Value)> values) => Write("ERROR", message, values);

    private static string Text(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Contains(' ') || text.Contains('"') || text.Length == 0 ? $"\"{text.Replace("\"", "\\\"")}\"" : text;
    }

    private void Write(string level, string message, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var line = $"{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {level,-5} {message}";
        foreach (var (name, value) in values)
        {
            line += value is null ? "" : $" {name}={Text(value)}";
        }

        lock (_lock)
        {
            Writing?.Invoke();
            writer.WriteLine(line.ReplaceLineEndings(" "));
            writer.Flush();
            Written?.Invoke();
        }
    }
}
