using System.Data.SqlTypes;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Decimals of a scale: <see cref="decimal"/> with that scale where it holds the number, else <see cref="SqlDecimal"/>.</summary>
internal readonly struct Decimals(int scale) : ICodec<Int128>
{
    // System.Decimal holds 96 bits and 28 digits behind the point; SqlDecimal 38 digits.
    public object Decode(Int128 stored)
    {
        var isNegative = Int128.IsNegative(stored);
        var magnitude = (UInt128)(isNegative ? -stored : stored);
        return scale <= 28 && magnitude >> 96 == 0
            ? (object)new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), isNegative, (byte)scale)
            : new SqlDecimal(
                38, (byte)scale, !isNegative, (int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), (int)(uint)(magnitude >> 96));
    }

    public Int128 Encode(object value)
    {
        var number = value is decimal small ? new SqlDecimal(small) : (SqlDecimal)value;
        var scaled = SqlDecimal.AdjustScale(number, scale - number.Scale, fRound: false);
        var words = scaled.Data;
        var magnitude = (Int128)new UInt128(((ulong)(uint)words[3] << 32) | (uint)words[2], ((ulong)(uint)words[1] << 32) | (uint)words[0]);
        return scaled.IsPositive ? magnitude : -magnitude;
    }
}
