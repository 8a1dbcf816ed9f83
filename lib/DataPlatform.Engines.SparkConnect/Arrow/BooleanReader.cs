using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads bits as <see cref="bool"/>.</summary>
internal sealed class BooleanReader(ArrayData data) : ValuesReader<BooleanReader.Bits>(data)
{
    /// <inheritdoc/>
    protected override Bits Open() => new(Data.Buffers[1].Span);

    /// <summary>One bit a value.</summary>
    internal readonly ref struct Bits(ReadOnlySpan<byte> bits) : IColumnValues
    {
        private static readonly object True = true;
        private static readonly object False = false;

        private readonly ReadOnlySpan<byte> _bits = bits;

        public object At(int index) => (_bits[index >> 3] & (1 << (index & 7))) != 0 ? True : False;
    }
}
