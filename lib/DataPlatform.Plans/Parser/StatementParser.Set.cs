using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Plans;

/// <content>SET. A value is the rest of the text as it stands, and so is read before the text is cut into tokens.</content>
internal sealed partial class StatementParser
{
    /// <summary>
    /// The setting that a text such as <c>SET key = any words</c> makes; null where the text is something else. Quotes of strings are part of the value, back quotes are not.
    /// </summary>
    public static SetConfiguration? TrySetting(string text) => SettingForm().Match(text) is { Success: true } match
        ? new SetConfiguration(Unquoted(match.Groups["key"].Value), Unquoted(match.Groups["value"].Value.Trim()))
        : null;

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '`' && text[^1] == '`' ? text[1..^1].Replace("``", "`", StringComparison.Ordinal) : text;

    private SetConfiguration? TrySet()
    {
        if (!_reader.TryWords("SET", "TIME", "ZONE"))
        {
            return null;
        }

        var start = _reader.Next;
        var value = start.Kind == TokenKind.String ? _reader.Take().Text
            : _reader.AtWord("INTERVAL") && _queries.Expressions.Expression() is Literal { Value: TimeSpan offset } ? Offset(offset)
            : throw ParseErrors.UnsupportedFeature(_reader.Text, start, "SET TIME ZONE of anything but a string or an interval");
        return new SetConfiguration("spark.sql.session.timeZone", value);
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*SET\s+(?<key>`(?:[^`]|``)+`|[A-Za-z0-9_.\-:$]+)\s*=\s*(?<value>[^;]*?)[\s;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SettingForm();
}
