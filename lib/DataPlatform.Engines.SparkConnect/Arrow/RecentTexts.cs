using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>
/// The short texts that a column had last, so that rows share one object of a text that comes again and again: names of countries, states, kinds. Collected rows are
/// mostly memory, and such columns are common. A column whose texts differ is left alone after a few hundred.
/// </summary>
internal sealed class RecentTexts
{
    private const int MaxBytes = 24;
    private const int PlaceBits = 7;
    private const int TrialTexts = 512;

    private readonly string?[] _places = new string?[1 << PlaceBits];
    private int _missed;
    private int _found;
    private bool _isOff;

    /// <summary>The text of UTF-8 bytes; an object of before where the same text was one of the last.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (_isOff || utf8.Length > MaxBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref _places[PlaceOf(utf8)];
        if (place is not null && Ascii.Equals(utf8, place))
        {
            _found++;
            return place;
        }

        _isOff = ++_missed > TrialTexts && _found < _missed;
        return place = Encoding.UTF8.GetString(utf8);
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var (first, last) = utf8.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(utf8), BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..])),
            > 0 => (utf8[0], utf8[^1]),
            _ => (0ul, 0ul),
        };
        return (int)(((first ^ BitOperations.RotateLeft(last, 29)) * 0x9E37_79B9_7F4A_7C15) >> (64 - PlaceBits));
    }
}
