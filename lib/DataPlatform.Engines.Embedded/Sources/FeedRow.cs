using System.Text;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>One row of a feed: for each column a text in UTF-8, or null. The same one is filled anew for every row.</summary>
/// <param name="width">The number of columns.</param>
internal sealed class FeedRow(int width)
{
    private readonly byte[]?[] _bytes = new byte[]?[width];
    private readonly (int Start, int Length)[] _parts = new (int, int)[width];
    private byte[] _own = new byte[1024];
    private int _used;

    /// <summary>Rows out of texts, one array a row.</summary>
    public static IEnumerable<FeedRow> Of(int width, IEnumerable<string?[]> rows)
    {
        var row = new FeedRow(width);
        foreach (var texts in rows)
        {
            row.SetAll(texts);
            yield return row;
        }
    }

    public bool IsNull(int column) => _bytes[column] is null;

    public ReadOnlySpan<byte> Text(int column) => _bytes[column].AsSpan(_parts[column].Start, _parts[column].Length);

    /// <summary>Begins a row: all columns are null.</summary>
    public void Clear()
    {
        System.Array.Clear(_bytes);
        _used = 0;
    }

    public void SetAll(string?[] texts)
    {
        Clear();
        for (var column = 0; column < texts.Length; column++)
        {
            Set(column, texts[column]);
        }
    }

    public void Set(int column, string? text)
    {
        if (text is null)
        {
            _bytes[column] = null;
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_own.Length - _used < most)
        {
            // Columns that are set keep the array that they are in.
            (_own, _used) = (new byte[Math.Max(most, _own.Length * 2)], 0);
        }

        var length = Encoding.UTF8.GetBytes(text, _own.AsSpan(_used));
        Set(column, _own, _used, length);
        _used += length;
    }

    /// <summary>Takes a text from where it is; it must stay there until the row was read.</summary>
    public void Set(int column, byte[] bytes, int start, int length)
    {
        _bytes[column] = bytes;
        _parts[column] = (start, length);
    }
}
