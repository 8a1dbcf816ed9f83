using System.Collections;

namespace DataPlatform.Engines.SparkConnect.Artifacts;

/// <summary>Some rows that follow each other in a list, without a copy.</summary>
internal sealed class RowRange(IReadOnlyList<object?[]> rows, int start, int count) : IReadOnlyList<object?[]>
{
    public int Count => count;

    public object?[] this[int index] => index >= 0 && index < count ? rows[start + index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<object?[]> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return rows[start + i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
