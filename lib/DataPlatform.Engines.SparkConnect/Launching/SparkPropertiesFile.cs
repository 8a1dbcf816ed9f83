using System.Text;

namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>A file that hands properties to <c>spark-submit</c>, readable by this user only: a command line could be read by all. Gone when disposed.</summary>
internal sealed class SparkPropertiesFile : IDisposable
{
    public SparkPropertiesFile(IEnumerable<KeyValuePair<string, string>> properties)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, string.Concat(properties.Select(property => $"{Escaped(property.Key, isKey: true)}={Escaped(property.Value, isKey: false)}\n")));
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Deletes the file.</summary>
    public void Dispose() => File.Delete(Path);

    /// <summary>As <c>java.util.Properties</c> reads it: blanks at the start, separators in keys, backslashes and line breaks are escaped.</summary>
    private static string Escaped(string text, bool isKey)
    {
        var escaped = new StringBuilder();
        foreach (var (index, character) in text.Index())
        {
            escaped.Append(character switch
            {
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                ' ' when isKey || index == 0 => @"\ ",
                '=' or ':' or '#' or '!' when isKey => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
