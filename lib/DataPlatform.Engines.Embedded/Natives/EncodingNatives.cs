using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Bytes as text and back.</summary>
internal static class EncodingNatives
{
    private static readonly Dictionary<string, Encoding> Charsets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTF-8"] = Strict("utf-8"),
        ["US-ASCII"] = Strict("us-ascii"),
        ["ISO-8859-1"] = Strict("iso-8859-1"),
        ["UTF-16BE"] = Strict("utf-16BE"),
        ["UTF-16LE"] = Strict("utf-16"),
        ["UTF-16"] = Strict("utf-16BE"),
        ["UTF-32"] = Strict("utf-32BE"),
    };

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, string, byte[]>("spark_encode", Encode).OrFails(),
        NativeFunction.Of<byte[], string, string>("spark_decode", Decode).OrFails(),
        NativeFunction.Of<string, byte[]?>("spark_try_unhex", Unhex),
        NativeFunction.Of<string, byte[]>("spark_to_binary_hex", text => Unhex(text) ?? throw Malformed(text, "HEX")).OrFails(),
        NativeFunction.Of<string, byte[]>("spark_unbase64", text => Unbase64(text)
            ?? throw new DataPlatformException("CONVERSION_INVALID_INPUT", $"'{text}' is no Base64. Use try_to_binary to get null instead.")).OrFails(),
        NativeFunction.Of<string, byte[]>("spark_to_binary_base64", text => StrictBase64(text) ?? throw Malformed(text, "BASE64")).OrFails(),
        NativeFunction.Of<string, byte[]?>("spark_try_to_binary_base64", StrictBase64),
    ];

    private static byte[] Encode(string text, string charset)
    {
        var encoding = Find(charset, "encode");
        try
        {
            var bytes = encoding.GetBytes(text);
            return charset.Equals("UTF-16", StringComparison.OrdinalIgnoreCase) && bytes.Length > 0 ? [0xFE, 0xFF, .. bytes] : bytes;
        }
        catch (EncoderFallbackException)
        {
            throw MalformedCoding("encode", charset);
        }
    }

    private static string Decode(byte[] bytes, string charset)
    {
        var encoding = Find(charset, "decode");
        var littleEndian = charset.Equals("UTF-16", StringComparison.OrdinalIgnoreCase) && bytes is [0xFF, 0xFE, ..];
        try
        {
            var text = (littleEndian ? Charsets["UTF-16LE"] : encoding).GetString(bytes);
            return charset.Equals("UTF-16", StringComparison.OrdinalIgnoreCase) ? text.TrimStart('\uFEFF') : text;
        }
        catch (DecoderFallbackException)
        {
            throw MalformedCoding("decode", charset);
        }
    }

    // Digits may be odd in number: the first byte then has one.
    private static byte[]? Unhex(string text)
    {
        var digits = text.Length % 2 == 0 ? text : $"0{text}";
        return digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    // Java's MIME decoder: what is no Base64 digit is passed over.
    private static byte[]? Unbase64(string text)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='));
        var end = digits.IndexOf('=', StringComparison.Ordinal);
        var data = end < 0 ? digits : digits[..end];
        return data.Length % 4 == 1 ? null : Convert.FromBase64String(data.PadRight((data.Length + 3) / 4 * 4, '='));
    }

    private static byte[]? StrictBase64(string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var data = digits.TrimEnd('=');
        return digits.Length - data.Length > 2 || data.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/')) ? null : Unbase64(digits);
    }

    private static Encoding Find(string charset, string function) => Charsets.GetValueOrDefault(charset) ?? throw EmbeddedErrors.InvalidParameterValue(
        "CHARSET",
        function,
        $"the charset is one of {string.Join(", ", Charsets.Keys)}, and not {charset}.");

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static DataPlatformException MalformedCoding(string function, string charset) => new(
        "MALFORMED_CHARACTER_CODING",
        $"The value of {function} cannot be written in {charset}.",
        EmbeddedErrors.Of(("function", function), ("charset", charset)));

    private static DataPlatformException Malformed(string text, string format) => new(
        "CONVERSION_INVALID_INPUT",
        $"'{text}' cannot be converted to BINARY because it is no {format}. Use try_to_binary to get null instead.",
        EmbeddedErrors.Of(("str", text), ("fmt", format)));
}
