using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of text where DuckDB counts, cuts or maps otherwise than Spark.</summary>
internal static class StringNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, string>("spark_upper", CaseMapping.Upper),
        NativeFunction.Of<string, string>("spark_lower", CaseMapping.Lower),
        NativeFunction.Of<string, string>("spark_initcap", CaseMapping.Title),
        NativeFunction.OfText<string, string>("spark_reverse", CodePoints.Reverse),
        NativeFunction.OfTextAnd<byte[], int, int, byte[]>("spark_slice_binary", SliceBinary),
        NativeFunction.Of<string, string, int, string>("spark_substring_index", SubstringIndex),
        NativeFunction.Of<string, string, int, int>("spark_locate", Locate),
        NativeFunction.Of<string, string, int>("spark_find_in_set", FindInSet),
        NativeFunction.Of<string, int, string, string>("spark_lpad", (text, length, pad) => Pad(text, length, pad, isLeft: true)),
        NativeFunction.Of<string, int, string, string>("spark_rpad", (text, length, pad) => Pad(text, length, pad, isLeft: false)),
        NativeFunction.Of<byte[], int, byte[], byte[]>("spark_lpad_binary", (bytes, length, pad) => Pad(bytes, length, pad, isLeft: true)),
        NativeFunction.Of<byte[], int, byte[], byte[]>("spark_rpad_binary", (bytes, length, pad) => Pad(bytes, length, pad, isLeft: false)),
        NativeFunction.Of<string, string, int, int, string>("spark_overlay", Overlay),
        NativeFunction.Of<byte[], byte[], int, int, byte[]>("spark_overlay_binary", OverlayBinary),
        NativeFunction.Of<string, string, int, string>("spark_split_part", SplitPart).OrFails(),
        NativeFunction.Of<long, string>("spark_chr", Chr),
        NativeFunction.OfTexts<byte[], bool>("spark_starts_with_binary", (bytes, prefix) => bytes.StartsWith(prefix)),
        NativeFunction.OfTexts<byte[], bool>("spark_ends_with_binary", (bytes, suffix) => bytes.EndsWith(suffix)),
        NativeFunction.OfTexts<byte[], bool>("spark_contains_binary", (bytes, part) => bytes.IndexOf(part) >= 0),
    ];

    private static byte[] SliceBinary(ReadOnlySpan<byte> bytes, int position, int length)
    {
        var start = position > 0 ? position - 1L : position < 0 ? bytes.Length + (long)position : 0;
        var end = Math.Min(start + length, bytes.Length);
        start = Math.Max(start, 0);
        return start >= end ? [] : bytes[(int)start..(int)end].ToArray();
    }

    private static string SubstringIndex(string text, string delimiter, int count)
    {
        if (delimiter.Length == 0 || count == 0)
        {
            return "";
        }

        var at = count > 0 ? -1 : text.Length;
        for (var left = Math.Abs((long)count); left > 0; left--)
        {
            at = count > 0 ? text.IndexOf(delimiter, at + 1, StringComparison.Ordinal)
                : at <= 0 ? -1 : text.LastIndexOf(delimiter, at - 1 + delimiter.Length - 1 < text.Length ? at - 1 + delimiter.Length - 1 : text.Length - 1, StringComparison.Ordinal);
            if (at < 0)
            {
                return text;
            }
        }

        return count > 0 ? text[..at] : text[(at + delimiter.Length)..];
    }

    // Nothing before the first character is looked at, and an empty text is found at once.
    private static int Locate(string part, string text, int position)
    {
        if (position < 1)
        {
            return 0;
        }

        if (part.Length == 0)
        {
            return 1;
        }

        var from = Index(text, position - 1);
        var found = from < 0 ? -1 : text.IndexOf(part, from, StringComparison.Ordinal);
        return found < 0 ? 0 : CodePoints.Count(Encoding.UTF8.GetBytes(text[..found])) + 1;
    }

    private static int Index(string text, int codePoints)
    {
        var index = 0;
        for (; codePoints > 0 && index < text.Length; codePoints--)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
        }

        return codePoints > 0 ? -1 : index;
    }

    private static int FindInSet(string word, string list) =>
        word.Contains(',', StringComparison.Ordinal) ? 0 : Array.IndexOf(list.Split(','), word) + 1;

    private static string Pad(string text, int length, string pad, bool isLeft)
    {
        if (length > text.Length && pad.Length == 1 && Ascii.IsValid(text) && Ascii.IsValid(pad))
        {
            return isLeft ? text.PadLeft(length, pad[0]) : text.PadRight(length, pad[0]);
        }

        var points = text.EnumerateRunes().ToArray();
        if (length <= points.Length || pad.Length == 0)
        {
            return string.Concat(points.Take(Math.Max(length, 0)).Select(r => r.ToString()));
        }

        var fill = pad.EnumerateRunes().ToArray();
        var padding = new StringBuilder();
        for (var i = 0; i < length - points.Length; i++)
        {
            padding.Append(fill[i % fill.Length]);
        }

        return isLeft ? $"{padding}{text}" : $"{text}{padding}";
    }

    private static byte[] Pad(byte[] bytes, int length, byte[] pad, bool isLeft)
    {
        if (length <= bytes.Length || pad.Length == 0)
        {
            return bytes[..Math.Clamp(length, 0, bytes.Length)];
        }

        var padding = new byte[length - bytes.Length];
        for (var i = 0; i < padding.Length; i++)
        {
            padding[i] = pad[i % pad.Length];
        }

        return isLeft ? [.. padding, .. bytes] : [.. bytes, .. padding];
    }

    // A negative length means the replacement's own.
    private static string Overlay(string text, string replacement, int position, int length)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = length >= 0 ? length : replacement.EnumerateRunes().Count();
        var before = CodePoints.Slice(bytes, 0, position - 1);
        var after = Rest(position + (long)size, CodePoints.Count(bytes));
        return Encoding.UTF8.GetString(before) + replacement + (after is { } from ? Encoding.UTF8.GetString(CodePoints.Slice(bytes, from, int.MaxValue)) : "");
    }

    private static byte[] OverlayBinary(byte[] bytes, byte[] replacement, int position, int length)
    {
        var size = length >= 0 ? length : replacement.Length;
        var before = bytes.AsSpan(0, Math.Clamp(position - 1, 0, bytes.Length));
        var after = Rest(position + (long)size, bytes.Length) is { } from ? bytes.AsSpan(Math.Min(from, bytes.Length)) : [];
        return [.. before, .. replacement, .. after];
    }

    // Where the rest begins: SQL's position, from the end where negative; null: behind the end.
    private static int? Rest(long position, int count) => position switch
    {
        > 0 => position - 1 < count ? (int)(position - 1) : null,
        0 => 0,
        _ => (int)Math.Max(count + position, 0),
    };

    private static string SplitPart(string text, string delimiter, int index)
    {
        if (index == 0)
        {
            throw new DataPlatformException("INVALID_INDEX_OF_ZERO", "The index 0 is invalid: parts are counted from 1, or from the end with negative numbers.");
        }

        var parts = delimiter.Length == 0 ? [text] : text.Split(delimiter);
        var at = index > 0 ? index - 1L : parts.Length + (long)index;
        return at >= 0 && at < parts.Length ? parts[at] : "";
    }

    private static string Chr(long code) => code < 0 ? "" : ((char)(code & 0xFF)).ToString();
}
