using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>The parts of a URI as they are written; what is not there is null. Java's <c>java.net.URI</c>.</summary>
internal sealed partial record JavaUri(string? Scheme, string? Authority, string? UserInfo, string? Host, string? Path, string? Query, string? Fragment)
{
    /// <summary>The parts; null where it is no URI.</summary>
    public static JavaUri? TryParse(string text)
    {
        var match = Parts.Match(text);
        if (!match.Success || Illegal.IsMatch(text) || (match.Groups["colon"].Success && !SchemeName.IsMatch(match.Groups["scheme"].Value)))
        {
            return null;
        }

        var (scheme, authority) = (Value(match, "scheme"), Value(match, "authority"));
        var (path, query) = (match.Groups["path"].Value, Value(match, "query"));
        if (scheme is not null && authority is null && !path.StartsWith('/'))
        {
            // Nothing but a scheme is no URI; what follows it without a slash has no parts.
            return path.Length == 0 ? null : new JavaUri(scheme, null, null, null, null, null, Value(match, "fragment"));
        }

        var server = authority is null ? null : Server.Match(authority);
        var host = server is { Success: true } ? Value(server, "host") : null;
        return new JavaUri(
            scheme,
            string.IsNullOrEmpty(authority) ? null : authority,
            host is null ? null : Value(server!, "user"),
            host,
            path,
            query,
            Value(match, "fragment"));
    }

    private static string? Value(Match match, string group) => match.Groups[group].Success ? match.Groups[group].Value : null;

    [GeneratedRegex(@"^((?<scheme>[^:/?#]*)(?<colon>:))?(//(?<authority>[^/?#]*))?(?<path>[^?#]*)(\?(?<query>[^#]*))?(#(?<fragment>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Parts { get; }

    [GeneratedRegex(@"[\s\x00-\x1F\x7F-\x9F<>""{}|\\^`]|%(?![0-9A-Fa-f]{2})|#.*#")]
    private static partial Regex Illegal { get; }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*$")]
    private static partial Regex SchemeName { get; }

    // A name whose last label begins with a letter, four numbers, or an address in brackets.
    [GeneratedRegex(@"^((?<user>[^@]*)@)?(?<host>([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?\.?|[0-9]{1,3}(\.[0-9]{1,3}){3}|\[[0-9A-Fa-f:.]+(%[^\]]+)?\])(:[0-9]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Server { get; }
}
