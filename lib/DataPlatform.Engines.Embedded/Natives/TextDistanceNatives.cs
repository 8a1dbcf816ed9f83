using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>How alike texts are or sound, and what they hide.</summary>
internal static class TextDistanceNatives
{
    private const string SoundexCodes = "01230127022455012623017202";

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfTexts<string, int>("spark_levenshtein", (a, b) => Levenshtein(CodePoints.Of(a), CodePoints.Of(b))),
        NativeFunction.Of<string, string, int, int>("spark_levenshtein_within", (a, b, limit) =>
        {
            var distance = Levenshtein(CodePoints.Of(Encoding.UTF8.GetBytes(a)), CodePoints.Of(Encoding.UTF8.GetBytes(b)));
            return distance <= limit ? distance : -1;
        }),
        NativeFunction.Of<string, string>("spark_soundex", Soundex),
        NativeFunction.Of<string, string, string>("spark_mask", Mask),
        NativeFunction.OfText<string, bool>("spark_luhn_check", Luhn),
    ];

    private static int Levenshtein(int[] a, int[] b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    // Text that does not begin with a letter stays as it is. H and W (code 7) do not part equal codes, vowels (0) do.
    private static string Soundex(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
        {
            return text;
        }

        var code = new StringBuilder(4).Append(char.ToUpperInvariant(text[0]));
        var last = SoundexCodes[char.ToUpperInvariant(text[0]) - 'A'];
        foreach (var c in text.Skip(1))
        {
            if (code.Length == 4)
            {
                break;
            }

            if (!char.IsAsciiLetter(c))
            {
                last = '0';
                continue;
            }

            var digit = SoundexCodes[char.ToUpperInvariant(c) - 'A'];
            if (digit == '7')
            {
                continue;
            }

            if (digit != '0' && digit != last)
            {
                code.Append(digit);
            }

            last = digit;
        }

        return code.ToString().PadRight(4, '0');
    }

    // The replacements for upper case, lower case, digits and others: one character each, a zero character keeps what is there.
    private static string Mask(string text, string replacements)
    {
        var masked = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Rune.IsUpper(rune) ? 0 : Rune.IsLower(rune) ? 1 : Rune.IsDigit(rune) ? 2 : 3;
            var replacement = replacements[kind];
            masked.Append(replacement == '\u0001' ? rune.ToString() : replacement.ToString());
        }

        return masked.ToString();
    }

    private static bool Luhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (!AsciiText.IsDigit(digits[^(i + 1)]))
            {
                return false;
            }

            var digit = (digits[^(i + 1)] - '0') * (1 + (i % 2));
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits.Length > 0 && sum % 10 == 0;
    }
}
