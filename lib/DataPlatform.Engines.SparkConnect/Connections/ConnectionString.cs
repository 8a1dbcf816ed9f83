using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>
/// Where a Spark Connect server is and how to speak to it, as Spark's own clients write it: <c>sc://host:port/;name=value;…</c>. The names are
/// <c>token</c>, <c>use_ssl</c>, <c>user_id</c>, <c>user_agent</c> and <c>session_id</c>; any other is sent with every call as a header.
/// </summary>
/// <remarks>A token goes over TLS, except to a loopback address. It is in no text that this type gives.</remarks>
internal sealed partial record ConnectionString
{
    public const int DefaultPort = 15002;

    private const string Scheme = "sc://";

    private ConnectionString(string host, int port)
    {
        Host = host;
        Port = port;
    }

    public string Host { get; }

    public int Port { get; }

    public bool UseTls { get; private init; }

    public string? Token { get; private init; }

    public string? UserId { get; private init; }

    public string? UserAgent { get; private init; }

    public string? SessionId { get; private init; }

    public ValueList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>The server's address for an HTTP/2 client.</summary>
    public Uri Address => new UriBuilder(UseTls ? "https" : "http", Host, Port).Uri;

    /// <summary>Whether the server is on this machine, or behind a tunnel that begins here.</summary>
    public bool IsLoopback => Host is "localhost" || (System.Net.IPAddress.TryParse(Host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    public static bool IsOne(string master) => master.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The whole string.</param>
    /// <param name="defaultToken">The token where the string has none.</param>
    /// <exception cref="DataPlatformException"><c>INVALID_CONNECT_URL</c>: it says which part is not as it must be.</exception>
    public static ConnectionString Parse(string text, string? defaultToken = null)
    {
        if (!IsOne(text))
        {
            throw SparkConnectErrors.InvalidUrl($"it must begin with {Scheme}");
        }

        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "" : rest[(slash + 1)..];
        if (authority.Contains(';', StringComparison.Ordinal) || (path.Length > 0 && path[0] != ';'))
        {
            throw SparkConnectErrors.InvalidUrl("after host and port only '/;' and parameters may follow");
        }

        var (host, port) = HostAndPort(authority);
        return new ConnectionString(host, port).With(Parameters(path), defaultToken);
    }

    /// <summary>The address without secrets.</summary>
    public override string ToString() => $"{Scheme}{Host}:{Port.ToString(CultureInfo.InvariantCulture)}";

    private static (string Host, int Port) HostAndPort(string authority)
    {
        var match = Authority().Match(authority);
        if (!match.Success)
        {
            throw SparkConnectErrors.InvalidUrl("host and port must be written as host, host:port or [address]:port");
        }

        if (!match.Groups["port"].Success)
        {
            return (match.Groups["host"].Value, DefaultPort);
        }

        return int.TryParse(match.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (match.Groups["host"].Value, port)
            : throw SparkConnectErrors.InvalidUrl($"the port '{match.Groups["port"].Value}' is no number from 1 to 65535");
    }

    private static List<KeyValuePair<string, string>> Parameters(string path)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var part in path.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
            {
                throw SparkConnectErrors.InvalidUrl($"the parameter '{(equals < 0 ? part : part[..equals])}' must be written as name=value");
            }

            var name = part[..equals];
            if (parameters.Exists(parameter => parameter.Key == name))
            {
                throw SparkConnectErrors.InvalidUrl($"the parameter '{name}' stands twice");
            }

            parameters.Add(new(name, Uri.UnescapeDataString(part[(equals + 1)..])));
        }

        return parameters;
    }

    private ConnectionString With(List<KeyValuePair<string, string>> parameters, string? defaultToken)
    {
        string? Value(string name) => parameters.Find(parameter => parameter.Key == name).Value;
        var token = Value("token") ?? defaultToken;
        var askedTls = Value("use_ssl") is { } text ? Boolean(text) : (bool?)null;
        if (token is not null && askedTls == false && !IsLoopback)
        {
            throw SparkConnectErrors.InvalidUrl("a token is sent over TLS only, except to a loopback address: leave use_ssl=false out");
        }

        return this with
        {
            Token = token,
            UseTls = askedTls ?? (token is not null && !IsLoopback),
            UserId = Value("user_id"),
            UserAgent = Value("user_agent"),
            SessionId = Value("session_id") is { } id ? Session(id) : null,
            Headers = [.. parameters.Where(parameter => parameter.Key is not ("token" or "use_ssl" or "user_id" or "user_agent" or "session_id")).Select(Header)],
        };
    }

    private static bool Boolean(string text) => bool.TryParse(text, out var value)
        ? value
        : throw SparkConnectErrors.InvalidUrl($"use_ssl is true or false, not '{text}'");

    private static string Session(string id) => Guid.TryParseExact(id, "D", out var parsed)
        ? parsed.ToString("D")
        : throw SparkConnectErrors.InvalidUrl("session_id must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");

    private static KeyValuePair<string, string> Header(KeyValuePair<string, string> parameter) => HeaderName().IsMatch(parameter.Key)
        ? new(parameter.Key.ToLowerInvariant(), parameter.Value)
        : throw SparkConnectErrors.InvalidUrl($"'{parameter.Key}' cannot be the name of a header");

    [GeneratedRegex(@"^(?<host>\[[0-9a-fA-F:.]+\]|[^:/\[\]@\s?#]+)(:(?<port>[^:]*))?$")]
    private static partial Regex Authority();

    [GeneratedRegex("^[0-9A-Za-z_.-]+$")]
    private static partial Regex HeaderName();
}
