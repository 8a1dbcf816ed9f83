using System.Globalization;
using System.Text;

namespace DataPlatform.Delta;

/// <summary>Folder names of partitions as Hive and Spark write them. Only a habit: readers take partition values from the log.</summary>
public static class PartitionPath
{
    /// <summary>What stands for null, and for the empty text.</summary>
    public const string NullFolder = "__HIVE_DEFAULT_PARTITION__";
    private const string Escaped = "\"#%'*/:=?\\\u007F{[]^";

    /// <summary>
    /// <c>a=1/b=x%3Ay/</c> for the columns in order, the empty text where there are none: what stands before the file's name on disk.
    /// </summary>
    /// <param name="values">Column names and values as <see cref="PartitionValue.Format"/> gives them.</param>
    public static string Of(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var path = new StringBuilder();
        foreach (var (column, value) in values)
        {
            path.Append(Escape(column)).Append('=').Append(string.IsNullOrEmpty(value) ? NullFolder : Escape(value)).Append('/');
        }

        return path.ToString();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < ' ' || Escaped.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
