using System.Buffers;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>UTF-8 counted and cut in code points, as Spark does.</summary>
internal static class CodePoints
{
    private const byte Continuation = 0x80;

    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var value in text)
        {
            count += (value & 0xC0) == Continuation ? 0 : 1;
        }

        return count;
    }

    /// <summary>The byte at which a code point begins; the end where there are fewer.</summary>
    public static int Offset(ReadOnlySpan<byte> text, int codePoint)
    {
        var seen = -1;
        for (var i = 0; i < text.Length; i++)
        {
            seen += (text[i] & 0xC0) == Continuation ? 0 : 1;
            if (seen == codePoint)
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>From a code point to before another; bounds beyond the ends are cut.</summary>
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> text, int from, int to)
    {
        if (to <= from || to <= 0)
        {
            return [];
        }

        var rest = text[Offset(text, Math.Max(from, 0))..];
        return rest[..Offset(rest, to - Math.Max(from, 0))];
    }

    public static string Reverse(ReadOnlySpan<byte> text)
    {
        var reversed = new byte[text.Length];
        var end = text.Length;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf8(text[i..], out _, out var length);
            end -= length;
            text.Slice(i, length).CopyTo(reversed.AsSpan(end));
            i += length;
        }

        return Encoding.UTF8.GetString(reversed);
    }

    /// <summary>The code points as numbers.</summary>
    public static int[] Of(ReadOnlySpan<byte> text)
    {
        var points = new List<int>(text.Length);
        while (!text.IsEmpty && Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.NeedMoreData)
        {
            points.Add(rune.Value);
            text = text[length..];
        }

        return [.. points];
    }
}
