using System.Text;

namespace DataPlatform.Delta;

/// <summary>Paths of data files: percent-encoded in the log (RFC 2396), decoded on the store.</summary>
internal static class FilePath
{
    private const string UnescapedPunctuation = "-_.!~*'():@&=+$,;/";

    /// <summary>The decoded path by which the log's actions are reconciled: relative to the table as it stands, absolute local paths without scheme.</summary>
    public static string Canonical(string logPath)
    {
        var decoded = logPath.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(logPath) : logPath;
        return decoded.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? LocalPath.Of(decoded) : decoded;
    }

    public static string Absolute(string tablePath, string logPath)
    {
        var canonical = Canonical(logPath);
        return canonical.StartsWith('/') || LocalPath.SchemeOf(logPath) is not null || Path.IsPathFullyQualified(canonical)
            ? canonical
            : $"{tablePath}/{canonical}";
    }

    /// <summary>Encodes as Java's URI does for a path: what is not allowed there becomes its UTF-8 bytes; letters of other scripts stay.</summary>
    public static string Encode(string path)
    {
        var encoded = new StringBuilder(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (IsUnescaped(rune))
            {
                encoded.Append(rune.ToString());
                continue;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    private static bool IsUnescaped(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || UnescapedPunctuation.Contains((char)rune.Value, StringComparison.Ordinal)
        : !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune);
}
