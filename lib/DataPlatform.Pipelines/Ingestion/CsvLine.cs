using System.Text;

namespace DataPlatform.Pipelines;

/// <summary>Splits one line of CSV.</summary>
internal static class CsvLine
{
    /// <summary>The fields; one in double quotes may hold the separator, and a quote that is doubled or follows a backslash.</summary>
    public static IReadOnlyList<string> Split(string line, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var next = i + 1 < line.Length ? line[i + 1] : '\0';
            if (quoted && next == '"' && line[i] is '"' or '\\')
            {
                field.Append(next);
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
