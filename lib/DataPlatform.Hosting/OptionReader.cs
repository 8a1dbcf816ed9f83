namespace DataPlatform.Hosting;

/// <summary>Walks over arguments of the forms <c>--name value</c>, <c>--name=value</c> and, for switches, <c>--name</c>.</summary>
internal sealed class OptionReader(IReadOnlyList<string> arguments)
{
    private int _position;
    private string? _attached;

    /// <summary>What is not read yet.</summary>
    public IReadOnlyList<string> Rest => [.. arguments.Skip(_position)];

    /// <summary>Goes to the next option; false at the end and before an argument that is none.</summary>
    public bool TryNext(out string name)
    {
        name = "";
        if (_position >= arguments.Count || !arguments[_position].StartsWith('-'))
        {
            return false;
        }

        var text = arguments[_position++];
        var equals = text.IndexOf('=');
        (name, _attached) = equals > 0 && text.StartsWith("--", StringComparison.Ordinal) ? (text[..equals], text[(equals + 1)..]) : (text, null);
        return true;
    }

    /// <summary>The value of the option just read.</summary>
    public string Value(string name)
    {
        if (_attached is not null)
        {
            return _attached;
        }

        return _position < arguments.Count ? arguments[_position++] : throw HostingErrors.OptionWithoutValue(name);
    }
}
