namespace Architecture.Schedules;

/// <summary>A systemd unit file: sections, each with its settings.</summary>
internal sealed class SystemdUnit
{
    private readonly Dictionary<(string Section, string Key), string> _settings = [];

    /// <summary>Reads a unit's text; a setting stands in a section, once.</summary>
    public SystemdUnit(string text)
    {
        var section = "";
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                continue;
            }

            var parts = line.Split('=', 2);
            Assert.Equal(2, parts.Length);
            Assert.True(_settings.TryAdd((section, parts[0]), parts[1]), $"{parts[0]} twice");
        }
    }

    /// <summary>The sections that have settings.</summary>
    public IEnumerable<string> Sections => _settings.Keys.Select(key => key.Section).Distinct();

    /// <summary>A setting, null where it is not given.</summary>
    public string? this[string section, string key] => _settings.GetValueOrDefault((section, key));
}
