using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Java's <c>DecimalFormat</c> in the US locale: <c>#,##0.00</c>. It rounds the exact value, half to even.</summary>
internal sealed partial class DecimalPattern
{
    private static readonly ConcurrentDictionary<string, DecimalPattern> Known = new(StringComparer.Ordinal);

    private readonly string _prefix;
    private readonly string _suffix;
    private readonly int _minWhole;
    private readonly int _minFraction;
    private readonly int _maxFraction;
    private readonly int _grouping;

    private DecimalPattern(string pattern)
    {
        var match = Form.Match(pattern);
        if (!match.Success)
        {
            throw EmbeddedErrors.UnsupportedFeature($"the number format '{pattern}'", "Use one of #, 0, comma and point, with text before and behind.");
        }

        _prefix = match.Groups["prefix"].Value;
        _suffix = match.Groups["suffix"].Value;
        var whole = match.Groups["whole"].Value;
        _grouping = whole.Contains(',', StringComparison.Ordinal) ? whole.Length - whole.LastIndexOf(',') - 1 : 0;
        _minWhole = whole.Count(c => c == '0');
        _minFraction = match.Groups["fraction"].Value.Count(c => c == '0');
        _maxFraction = match.Groups["fraction"].Value.Length;
    }

    public static DecimalPattern Of(string pattern) => Known.GetOrAdd(pattern.Length == 0 ? "#,##0" : pattern, text => new DecimalPattern(text));

    /// <summary>The digits with a comma before every group, from the right.</summary>
    public static string Group(string digits, int size)
    {
        var grouped = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            grouped.Append(i > 0 && (digits.Length - i) % size == 0 ? "," : "").Append(digits[i]);
        }

        return grouped.ToString();
    }

    public string Format(JavaDecimal value, bool negative)
    {
        var percent = _suffix.Contains('%', StringComparison.Ordinal) ? new JavaDecimal(value.Unscaled * 100, value.Scale) : value;
        var text = percent.WithScale(_maxFraction, JavaDecimal.Half.Even).ToString().TrimStart('-');
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).TrimStart('0').PadLeft(_minWhole, '0');
        var fraction = point < 0 ? "" : text[(point + 1)..].TrimEnd('0').PadRight(_minFraction, '0');
        whole = whole.Length == 0 && fraction.Length == 0 ? "0" : whole;
        var body = (_grouping > 0 ? Group(whole, _grouping) : whole) + (fraction.Length > 0 ? $".{fraction}" : "");
        return $"{(negative ? "-" : "")}{_prefix}{body}{_suffix}";
    }

    public string Format(double value) => !double.IsFinite(value)
        ? double.IsNaN(value) ? "NaN" : $"{(value < 0 ? "-" : "")}{_prefix}\u221E{_suffix}"
        : Format(Exact(value), double.IsNegative(value));

    // The value of the bits, not of the shortest digits.
    private static JavaDecimal Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFFL) | (exponent == 0 ? 0 : 1L << 52);
        var power = Math.Max(exponent, 1) - 1075;
        return power >= 0 ? new JavaDecimal(mantissa << power, 0) : new JavaDecimal(mantissa * BigInteger.Pow(5, -power), -power);
    }

    [GeneratedRegex(@"^(?<prefix>[^#0,.';E%\u2030\u00A4]*)(?<whole>[#,]*[0,]*)(\.(?<fraction>0*#*))?(?<suffix>[^#0,.';E\u2030\u00A4]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form { get; }
}
