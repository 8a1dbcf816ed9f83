using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>What matches are replaced by, as Java reads it: $1 and ${name} are groups, a backslash takes the next character as it is.</summary>
internal sealed class JavaReplacement
{
    [ThreadStatic]
    private static (string Text, JavaRegex Regex, JavaReplacement Parts)? last;

    // Text, or the number of a group.
    private readonly List<(string? Text, int Group)> _parts = [];

    private JavaReplacement(string text, JavaRegex regex)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\')
            {
                literal.Append(i + 1 < text.Length ? text[i + 1] : throw Invalid(text));
                i += 2;
            }
            else if (text[i] == '$')
            {
                _parts.Add((literal.ToString(), 0));
                literal.Clear();
                _parts.Add((null, Group(text, ref i, regex)));
            }
            else
            {
                literal.Append(text[i++]);
            }
        }

        _parts.Add((literal.ToString(), 0));
    }

    /// <exception cref="DataPlatformException"><c>INVALID_REGEXP_REPLACE</c>: it names a group that the expression does not have.</exception>
    public static JavaReplacement Of(string text, JavaRegex regex)
    {
        if (last is { } known && known.Text == text && ReferenceEquals(known.Regex, regex))
        {
            return known.Parts;
        }

        var parts = new JavaReplacement(text, regex);
        last = (text, regex, parts);
        return parts;
    }

    public string Expand(Match match) => string.Concat(_parts.Select(part => part.Text ?? match.Groups[part.Group].Value));

    private static int Group(string text, ref int position, JavaRegex regex)
    {
        position++;
        if (position < text.Length && text[position] == '{')
        {
            var end = text.IndexOf('}', position);
            var group = end < 0 ? null : regex.GroupOf(text[(position + 1)..end]);
            position = end + 1;
            return group ?? throw Invalid(text);
        }

        if (position >= text.Length || !char.IsAsciiDigit(text[position]))
        {
            throw Invalid(text);
        }

        var number = text[position++] - '0';
        if (number > regex.GroupCount)
        {
            throw Invalid(text);
        }

        // More digits belong to the number as long as there is such a group.
        while (position < text.Length && char.IsAsciiDigit(text[position]) && (number * 10) + text[position] - '0' <= regex.GroupCount)
        {
            number = (number * 10) + text[position++] - '0';
        }

        return number;
    }

    private static DataPlatformException Invalid(string text) => new(
        "INVALID_REGEXP_REPLACE",
        string.Create(CultureInfo.InvariantCulture, $"The replacement '{text}' names a group that the pattern does not have, or ends in the middle. Write \\$ for a dollar sign."),
        EmbeddedErrors.Of(("replacement", text)));
}
