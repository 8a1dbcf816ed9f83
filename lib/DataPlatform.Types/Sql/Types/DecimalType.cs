namespace Microsoft.Spark.Sql.Types;

/// <summary>
/// An exact decimal number. Value: <see cref="decimal"/> where 96 bits and a scale of 28 hold it, else <see cref="System.Data.SqlTypes.SqlDecimal"/>.
/// </summary>
public sealed record DecimalType : FractionalType
{
    /// <summary>The most digits that a decimal can have.</summary>
    public const int MaxPrecision = 38;

    /// <summary>Makes the type.</summary>
    /// <param name="precision">Digits in all, 1 to 38.</param>
    /// <param name="scale">Digits after the point, 0 to <paramref name="precision"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside these bounds.</exception>
    public DecimalType(int precision = 10, int scale = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, MaxPrecision);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        Precision = precision;
        Scale = scale;
    }

    /// <summary>Digits in all.</summary>
    public int Precision { get; }

    /// <summary>Digits after the point.</summary>
    public int Scale { get; }

    /// <inheritdoc/>
    public override string TypeName => $"decimal({Precision},{Scale})";
}
