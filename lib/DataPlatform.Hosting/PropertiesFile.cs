namespace DataPlatform.Hosting;

/// <summary>A file of Spark properties: one a line, key and value parted by blanks, <c>=</c> or <c>:</c>; <c>#</c> begins a comment line.</summary>
internal static class PropertiesFile
{
    private static readonly char[] Separators = [' ', '\t', '=', ':'];

    public static IEnumerable<KeyValuePair<string, string>> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw HostingErrors.FileNotFound("properties file", path);
        }

        return [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not '#').Select(Parse)];
    }

    private static KeyValuePair<string, string> Parse(string line)
    {
        var end = line.IndexOfAny(Separators);
        return end < 0 ? new(line, "") : new(line[..end], line[end..].TrimStart().TrimStart('=', ':').Trim());
    }
}
