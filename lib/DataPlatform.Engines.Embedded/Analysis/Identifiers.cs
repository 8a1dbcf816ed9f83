using System.Text;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Names of several parts: split at dots, a part in back quotes taken as it is. Spark's <c>UnresolvedAttribute.parseAttributeName</c>.</summary>
internal static class Identifiers
{
    /// <exception cref="AnalysisException"><c>INVALID_ATTRIBUTE_NAME_SYNTAX</c>.</exception>
    public static IReadOnlyList<string> Split(string name)
    {
        if (!name.Contains('`', StringComparison.Ordinal))
        {
            var plain = name.Split('.');
            return plain.Any(part => part.Length == 0) ? throw Invalid(name) : plain;
        }

        var parts = new List<string>();
        var current = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '`' && current.Length == 0)
            {
                i = Quoted(name, i, current);
                if (i + 1 < name.Length && name[i + 1] != '.')
                {
                    throw Invalid(name);
                }
            }
            else if (name[i] == '`')
            {
                throw Invalid(name);
            }
            else if (name[i] == '.')
            {
                parts.Add(Finish(name, current));
            }
            else
            {
                current.Append(name[i]);
            }
        }

        parts.Add(Finish(name, current));
        return parts;
    }

    private static int Quoted(string name, int open, StringBuilder content)
    {
        for (var i = open + 1; i < name.Length; i++)
        {
            if (name[i] != '`')
            {
                content.Append(name[i]);
            }
            else if (i + 1 < name.Length && name[i + 1] == '`')
            {
                content.Append('`');
                i++;
            }
            else
            {
                return i;
            }
        }

        throw Invalid(name);
    }

    private static string Finish(string name, StringBuilder part)
    {
        if (part.Length == 0)
        {
            throw Invalid(name);
        }

        var text = part.ToString();
        part.Clear();
        return text;
    }

    private static AnalysisException Invalid(string name) => new(
        "INVALID_ATTRIBUTE_NAME_SYNTAX",
        $"'{name}' is no column name: put back quotes around a part with dots or back quotes in it.",
        EmbeddedErrors.Of(("name", name)));
}
