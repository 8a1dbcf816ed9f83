namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>IEEE 754 numbers, bit for bit.</summary>
internal readonly struct Floats : ICodec<float>, ICodec<double>
{
    public object Decode(float stored) => stored;

    public object Decode(double stored) => stored;

    float ICodec<float>.Encode(object value) => (float)value;

    double ICodec<double>.Encode(object value) => (double)value;
}
