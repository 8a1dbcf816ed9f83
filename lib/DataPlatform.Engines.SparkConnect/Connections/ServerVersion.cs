using System.Globalization;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>The version of a Spark server, such as <c>4.2.0</c> or <c>4.1.0-SNAPSHOT</c>.</summary>
internal sealed record ServerVersion(string Text)
{
    public int Major => Part(0);

    public int Minor => Part(1);

    /// <summary>Whether this version is at least another one.</summary>
    public bool IsAtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);

    public override string ToString() => Text;

    private int Part(int index)
    {
        var parts = Text.Split('.', '-');
        return index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
