namespace DataPlatform.Delta;

/// <summary>Plain paths and <c>file:</c> addresses of this machine.</summary>
internal static class LocalPath
{
    /// <summary>The scheme of an address, such as <c>abfss</c>; null for a plain path (a Windows drive letter is no scheme).</summary>
    public static string? SchemeOf(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 1 || !char.IsAsciiLetter(path[0]))
        {
            return null;
        }

        for (var i = 1; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(path[i]) && path[i] is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return path[..colon];
    }

    /// <summary>The plain path of a <c>file:</c> address (<c>file:/a</c> or <c>file:///a</c>), which is not decoded; a plain path is itself.</summary>
    public static string Of(string path)
    {
        if (!path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        var rest = path["file:".Length..];
        return rest.StartsWith("//", StringComparison.Ordinal) ? $"/{rest.TrimStart('/')}" : rest;
    }
}
