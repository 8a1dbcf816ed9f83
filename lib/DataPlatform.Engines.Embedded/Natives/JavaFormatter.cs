using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Java's <c>String.format</c> in the US locale.</summary>
internal static partial class JavaFormatter
{
    public static string Format(string format, IReadOnlyList<FormatArgument> arguments)
    {
        var text = new StringBuilder();
        var (position, next, last) = (0, 0, -1);
        foreach (Match specifier in Specifier.Matches(format))
        {
            text.Append(Literal(format[position..specifier.Index]));
            position = specifier.Index + specifier.Length;
            var conversion = specifier.Groups["conversion"].Value[0];
            if (conversion is 'n' or '%')
            {
                text.Append(conversion == 'n' ? "\n" : Pad("%", specifier));
                continue;
            }

            var flags = specifier.Groups["flags"].Value;
            last = specifier.Groups["index"].Success
                ? int.Parse(specifier.Groups["index"].Value, CultureInfo.InvariantCulture) - 1
                : flags.Contains('<', StringComparison.Ordinal) ? last : next++;
            if (last < 0 || last >= arguments.Count)
            {
                throw Invalid($"%{conversion} has no value");
            }

            var written = Write(conversion, flags, specifier, arguments[last]);
            text.Append(Pad(char.IsUpper(conversion) ? written.ToUpperInvariant() : written, specifier));
        }

        return text.Append(Literal(format[position..])).ToString();
    }

    private static string Literal(string text) => text.Contains('%', StringComparison.Ordinal) ? throw Invalid($"'{text}' holds a % that begins no conversion") : text;

    private static string Write(char conversion, string flags, Match specifier, FormatArgument argument)
    {
        var precision = specifier.Groups["precision"].Success ? int.Parse(specifier.Groups["precision"].Value, CultureInfo.InvariantCulture) : -1;
        switch (char.ToLowerInvariant(conversion))
        {
            case 'b':
                return Cut(argument.Kind == 'n' ? "false" : argument.Kind == 'z' ? argument.Text : "true", precision);
            case 's':
                return Cut(argument.Kind == 'n' ? "null" : argument.Text, precision);
            case var _ when argument.Kind == 'n':
                return "null";
            case 'h':
                return Cut(argument.HashCode().ToString("x", CultureInfo.InvariantCulture), precision);
            case 'c' when argument.Kind is 'b' or 'h' or 'i':
                return char.ConvertFromUtf32(int.Parse(argument.Text, CultureInfo.InvariantCulture));
            case 'd' when argument.IsWhole:
                return Signed(BigInteger.Parse(argument.Text, CultureInfo.InvariantCulture).Sign < 0, Grouped(argument.Text.TrimStart('-'), flags), flags, specifier);
            case 'x' or 'o' when argument.IsWhole:
                return Unsigned(conversion, argument, flags, specifier);
            case 'e' or 'f' or 'g' when argument.Kind == 'd':
                return Floating(char.ToLowerInvariant(conversion), double.Parse(argument.Text, CultureInfo.InvariantCulture), precision < 0 ? 6 : precision, flags, specifier);
            default:
                throw Invalid($"%{conversion} cannot write this value");
        }
    }

    private static string Cut(string text, int precision) => precision >= 0 && precision < text.Length ? text[..precision] : text;

    private static string Unsigned(char conversion, FormatArgument argument, string flags, Match specifier)
    {
        var value = long.Parse(argument.Text, CultureInfo.InvariantCulture);
        var bits = argument.Kind switch
        {
            'b' => (ulong)(byte)value,
            'h' => (ulong)(ushort)value,
            'i' => (ulong)(uint)value,
            _ => (ulong)value,
        };
        var isHex = conversion is 'x' or 'X';
        var digits = isHex ? bits.ToString("x", CultureInfo.InvariantCulture) : Octal(bits);
        var prefix = !flags.Contains('#', StringComparison.Ordinal) ? "" : isHex ? "0x" : "0";
        return Zeros(prefix, digits, flags, specifier);
    }

    private static string Octal(ulong value)
    {
        var digits = "";
        do
        {
            digits = (value & 7) + digits;
            value >>= 3;
        }
        while (value > 0);
        return digits;
    }

    private static string Floating(char conversion, double value, int precision, string flags, Match specifier)
    {
        if (!double.IsFinite(value))
        {
            var name = double.IsNaN(value) ? "NaN" : "Infinity";
            return double.IsNaN(value) ? name : Signed(value < 0, name, flags.Replace("0", "", StringComparison.Ordinal), specifier);
        }

        var exact = JavaDecimal.Parse(Encoding.ASCII.GetBytes(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture)));
        var body = conversion switch
        {
            'f' => Grouped(exact.WithScale(precision).ToString(), flags),
            'e' => Scientific(exact, precision),
            _ => General(exact, precision == 0 ? 1 : precision, flags),
        };
        return Signed(double.IsNegative(value), body, flags, specifier);
    }

    private static string Scientific(JavaDecimal value, int precision)
    {
        if (value.Unscaled.IsZero)
        {
            return $"{value.WithScale(precision)}e+00";
        }

        var exponent = value.IntegralDigits - 1;
        var mantissa = new JavaDecimal(value.Unscaled, value.Scale + exponent).WithScale(precision);
        if (mantissa.IntegralDigits > 1)
        {
            exponent++;
            mantissa = new JavaDecimal(value.Unscaled, value.Scale + exponent).WithScale(precision);
        }

        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):D2}";
    }

    private static string General(JavaDecimal value, int precision, string flags)
    {
        if (value.Unscaled.IsZero)
        {
            return value.WithScale(precision - 1).ToString();
        }

        var rounded = value.WithScale(precision - value.IntegralDigits);
        return rounded.IntegralDigits - 1 is >= -4 and var exponent && exponent < precision
            ? Grouped(value.WithScale(Math.Max(precision - exponent - 1, 0)).ToString(), flags)
            : Scientific(value, precision - 1);
    }

    private static string Grouped(string digits, string flags)
    {
        if (!flags.Contains(',', StringComparison.Ordinal))
        {
            return digits;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        return DecimalPattern.Group(whole, 3) + (point < 0 ? "" : digits[point..]);
    }

    private static string Signed(bool negative, string body, string flags, Match specifier)
    {
        if (negative && flags.Contains('(', StringComparison.Ordinal))
        {
            return Zeros("(", $"{body})", flags, specifier);
        }

        var sign = negative ? "-" : flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : "";
        return Zeros(sign, body, flags, specifier);
    }

    private static string Zeros(string prefix, string body, string flags, Match specifier)
    {
        var width = Width(specifier);
        return flags.Contains('0', StringComparison.Ordinal) ? prefix + body.PadLeft(Math.Max(width - prefix.Length, 0), '0') : prefix + body;
    }

    private static string Pad(string text, Match specifier) =>
        specifier.Groups["flags"].Value.Contains('-', StringComparison.Ordinal) ? text.PadRight(Width(specifier)) : text.PadLeft(Width(specifier));

    private static int Width(Match specifier) => specifier.Groups["width"].Success ? int.Parse(specifier.Groups["width"].Value, CultureInfo.InvariantCulture) : 0;

    private static DataPlatformException Invalid(string what) => new("INVALID_FORMAT_STRING", $"The format of format_string is invalid: {what}.");

    [GeneratedRegex(@"%((?<index>[1-9]\d*)\$)?(?<flags>[-#+ 0,(<]*)(?<width>[1-9]\d*)?(\.(?<precision>\d+))?(?<conversion>[bBhHsScCdoxXeEfgG%n])", RegexOptions.ExplicitCapture)]
    private static partial Regex Specifier { get; }
}
