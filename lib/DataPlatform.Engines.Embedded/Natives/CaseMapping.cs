using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Upper and lower case by Unicode's full mappings, as Java does it: ß becomes SS. .NET maps one character to one.</summary>
internal static class CaseMapping
{
    private static readonly Dictionary<char, string> UpperSpecials = Specials();

    public static string Upper(string text)
    {
        var upper = new StringBuilder(text.Length);
        var plainFrom = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007f' && UpperSpecials.TryGetValue(text[i], out var special))
            {
                upper.Append(text[plainFrom..i].ToUpperInvariant()).Append(special);
                plainFrom = i + 1;
            }
        }

        return upper.Append(text[plainFrom..].ToUpperInvariant()).ToString();
    }

    public static string Lower(string text)
    {
        var lower = text.ToLowerInvariant();
        if (!text.Contains('\u0130', StringComparison.Ordinal) && !text.Contains('\u03A3', StringComparison.Ordinal))
        {
            return lower;
        }

        var mapped = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            mapped.Append(text[i] switch
            {
                '\u0130' => "i\u0307",
                '\u03A3' when IsFinal(text, i) => "\u03C2",
                _ => lower.Substring(i, 1),
            });
        }

        return mapped.ToString();
    }

    /// <summary>Each word with its first letter as a title and the others in lower case; words are separated by spaces only.</summary>
    public static string Title(string text)
    {
        var lower = Lower(text);
        var title = new StringBuilder(lower.Length);
        for (var i = 0; i < lower.Length; i++)
        {
            var begins = i == 0 || lower[i - 1] == ' ';
            if (!begins)
            {
                title.Append(lower[i]);
            }
            else if (char.IsHighSurrogate(lower[i]) && i + 1 < lower.Length)
            {
                title.Append(lower.Substring(i++, 2).ToUpperInvariant());
            }
            else
            {
                title.Append(lower[i] == '\u00DF' ? "Ss" : char.ToUpperInvariant(lower[i]).ToString());
            }
        }

        return title.ToString();
    }

    private static bool IsFinal(string text, int index) =>
        IsLetter(text, index - 1) && !IsLetter(text, index + 1);

    private static bool IsLetter(string text, int index) => index >= 0 && index < text.Length && CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static Dictionary<char, string> Specials()
    {
        var map = new Dictionary<char, string>
        {
            ['\u00DF'] = "SS",
            ['\u0149'] = "\u02BCN",
            ['\u01F0'] = "J\u030C",
            ['\u0390'] = "\u0399\u0308\u0301",
            ['\u03B0'] = "\u03A5\u0308\u0301",
            ['\u0587'] = "\u0535\u0552",
            ['\u1E96'] = "H\u0331",
            ['\u1E97'] = "T\u0308",
            ['\u1E98'] = "W\u030A",
            ['\u1E99'] = "Y\u030A",
            ['\u1E9A'] = "A\u02BE",
            ['\u1F50'] = "\u03A5\u0313",
            ['\u1F52'] = "\u03A5\u0313\u0300",
            ['\u1F54'] = "\u03A5\u0313\u0301",
            ['\u1F56'] = "\u03A5\u0313\u0342",
            ['\u1FB2'] = "\u1FBA\u0399",
            ['\u1FB3'] = "\u0391\u0399",
            ['\u1FB4'] = "\u0386\u0399",
            ['\u1FB6'] = "\u0391\u0342",
            ['\u1FB7'] = "\u0391\u0342\u0399",
            ['\u1FBC'] = "\u0391\u0399",
            ['\u1FC2'] = "\u1FCA\u0399",
            ['\u1FC3'] = "\u0397\u0399",
            ['\u1FC4'] = "\u0389\u0399",
            ['\u1FC6'] = "\u0397\u0342",
            ['\u1FC7'] = "\u0397\u0342\u0399",
            ['\u1FCC'] = "\u0397\u0399",
            ['\u1FD2'] = "\u0399\u0308\u0300",
            ['\u1FD3'] = "\u0399\u0308\u0301",
            ['\u1FD6'] = "\u0399\u0342",
            ['\u1FD7'] = "\u0399\u0308\u0342",
            ['\u1FE2'] = "\u03A5\u0308\u0300",
            ['\u1FE3'] = "\u03A5\u0308\u0301",
            ['\u1FE4'] = "\u03A1\u0313",
            ['\u1FE6'] = "\u03A5\u0342",
            ['\u1FE7'] = "\u03A5\u0308\u0342",
            ['\u1FF2'] = "\u1FFA\u0399",
            ['\u1FF3'] = "\u03A9\u0399",
            ['\u1FF4'] = "\u038F\u0399",
            ['\u1FF6'] = "\u03A9\u0342",
            ['\u1FF7'] = "\u03A9\u0342\u0399",
            ['\u1FFC'] = "\u03A9\u0399",
            ['\uFB00'] = "FF",
            ['\uFB01'] = "FI",
            ['\uFB02'] = "FL",
            ['\uFB03'] = "FFI",
            ['\uFB04'] = "FFL",
            ['\uFB05'] = "ST",
            ['\uFB06'] = "ST",
            ['\uFB13'] = "\u0544\u0546",
            ['\uFB14'] = "\u0544\u0535",
            ['\uFB15'] = "\u0544\u053B",
            ['\uFB16'] = "\u054E\u0546",
            ['\uFB17'] = "\u0544\u053D",
        };

        // Greek letters with an iota below, small and title: the capital, then the iota.
        foreach (var (small, capital) in new[] { (0x1F80, 0x1F08), (0x1F90, 0x1F28), (0x1FA0, 0x1F68) })
        {
            for (var i = 0; i < 8; i++)
            {
                map[(char)(small + i)] = map[(char)(small + 8 + i)] = $"{(char)(capital + i)}\u0399";
            }
        }

        return map;
    }
}
