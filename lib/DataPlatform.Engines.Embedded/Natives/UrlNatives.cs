using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>URLs and their parts.</summary>
internal static partial class UrlNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfText<string, string>("spark_url_encode", Encode),
        NativeFunction.Of<string, string>("spark_url_decode", text => Decode(text) ?? throw new DataPlatformException(
            "CANNOT_DECODE_URL", $"The URL cannot be decoded: {text}. A percent sign must be followed by two hexadecimal digits.", EmbeddedErrors.Of(("url", text)))).OrFails(),
        NativeFunction.Of<string, string?>("spark_try_url_decode", Decode),
        NativeFunction.Of<string, string, string?>("spark_parse_url", (url, part) => Part(Parse(url), part)).OrFails(),
        NativeFunction.Of<string, string, string?>("spark_try_parse_url", (url, part) => JavaUri.TryParse(url) is { } uri ? Part(uri, part) : null),
        NativeFunction.Of<string, string, string, string?>("spark_parse_url_query", (url, part, key) => Query(Parse(url), part, key)).OrFails(),
        NativeFunction.Of<string, string, string, string?>("spark_try_parse_url_query", (url, part, key) => JavaUri.TryParse(url) is { } uri ? Query(uri, part, key) : null),
    ];

    private static string Encode(ReadOnlySpan<byte> text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in text)
        {
            var c = (char)value;
            encoded.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*' or '_' ? c.ToString() : c == ' ' ? "+" : $"%{value:X2}");
        }

        return encoded.ToString();
    }

    private static string? Decode(string text)
    {
        var decoded = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '%':
                    if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    {
                        return null;
                    }

                    decoded.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                    i += 2;
                    break;
                case '+':
                    decoded.Add((byte)' ');
                    break;
                default:
                    var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                    decoded.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                    i += length - 1;
                    break;
            }
        }

        return Encoding.UTF8.GetString([.. decoded]);
    }

    private static JavaUri Parse(string url) => JavaUri.TryParse(url) ?? throw new DataPlatformException(
        "INVALID_URL",
        $"The url is invalid: {url}. Use `try_parse_url` to tolerate invalid URL and return NULL instead.",
        EmbeddedErrors.Of(("url", url)));

    private static string? Part(JavaUri uri, string part) => part switch
    {
        "HOST" => uri.Host,
        "PATH" => uri.Path,
        "QUERY" => uri.Query,
        "REF" => uri.Fragment,
        "PROTOCOL" => uri.Scheme,
        "FILE" => uri.Query is null ? uri.Path : $"{uri.Path}?{uri.Query}",
        "AUTHORITY" => uri.Authority,
        "USERINFO" => uri.UserInfo,
        _ => null,
    };

    private static string? Query(JavaUri uri, string part, string key) =>
        part == "QUERY" && uri.Query is { } query && JavaRegex.Of($"(&|^){key}=([^&]*)", "parse_url").Regex.Match(query) is { Success: true } match
            ? match.Groups[2].Value
            : null;
}
