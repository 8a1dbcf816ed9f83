namespace Microsoft.Spark.Sql.Types;

/// <summary>A type that is not made of others.</summary>
public abstract record AtomicType : DataType
{
    private protected AtomicType()
    {
    }
}

/// <summary>A number.</summary>
public abstract record NumericType : AtomicType
{
    private protected NumericType()
    {
    }
}

/// <summary>A whole number.</summary>
public abstract record IntegralType : NumericType
{
    private protected IntegralType()
    {
    }
}

/// <summary>A number with a fraction.</summary>
public abstract record FractionalType : NumericType
{
    private protected FractionalType()
    {
    }
}

/// <summary>The type of a bare null. Value: <c>null</c>.</summary>
public sealed record NullType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "void";
}

/// <summary>Text of any length, UTF-8, compared by bytes. Value: <see cref="string"/>.</summary>
public sealed record StringType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "string";
}

/// <summary>Text of exactly <paramref name="Length"/> characters, padded with spaces. Value: <see cref="string"/>.</summary>
/// <param name="Length">Number of characters, from 1.</param>
public sealed record CharType(int Length) : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => $"char({Length})";
}

/// <summary>Text of at most <paramref name="Length"/> characters. Value: <see cref="string"/>.</summary>
/// <param name="Length">Number of characters, from 1.</param>
public sealed record VarcharType(int Length) : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => $"varchar({Length})";
}

/// <summary>Bytes. Value: <see cref="byte"/>[].</summary>
public sealed record BinaryType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "binary";
}

/// <summary>True or false. Value: <see cref="bool"/>.</summary>
public sealed record BooleanType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "boolean";
}

/// <summary>A day of the proleptic Gregorian calendar, years -5877641 to 5881580. Value: <see cref="Date"/>.</summary>
public sealed record DateType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "date";
}

/// <summary>An instant, in microseconds. Value: <see cref="Timestamp"/>.</summary>
public sealed record TimestampType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp";
}

/// <summary>A date and time of day with no time zone, in microseconds. Value: <see cref="DateTime"/> of unspecified kind.</summary>
public sealed record TimestampNTZType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp_ntz";
}

/// <summary>A time of day with no date and no time zone. Value: <see cref="TimeOnly"/> (100 ns; Spark has microseconds at most).</summary>
/// <param name="Precision">Digits after the point of the seconds, 0 to 6.</param>
public sealed record TimeType(int Precision = TimeType.MaxPrecision) : AtomicType
{
    /// <summary>The most digits that Spark 4.2 has: microseconds.</summary>
    public const int MaxPrecision = 6;

    /// <inheritdoc/>
    public override string TypeName => $"time({Precision})";
}

/// <summary>An IEEE 754 number of 64 bits. Value: <see cref="double"/>.</summary>
public sealed record DoubleType : FractionalType
{
    /// <inheritdoc/>
    public override string TypeName => "double";
}

/// <summary>An IEEE 754 number of 32 bits. Value: <see cref="float"/>.</summary>
public sealed record FloatType : FractionalType
{
    /// <inheritdoc/>
    public override string TypeName => "float";
}

/// <summary>A whole number of 8 bits. Value: <see cref="sbyte"/>.</summary>
public sealed record ByteType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "byte";

    /// <inheritdoc/>
    public override string SimpleString => "tinyint";
}

/// <summary>A whole number of 16 bits. Value: <see cref="short"/>.</summary>
public sealed record ShortType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "short";

    /// <inheritdoc/>
    public override string SimpleString => "smallint";
}

/// <summary>A whole number of 32 bits. Value: <see cref="int"/>.</summary>
public sealed record IntegerType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "integer";

    /// <inheritdoc/>
    public override string SimpleString => "int";
}

/// <summary>A whole number of 64 bits. Value: <see cref="long"/>.</summary>
public sealed record LongType : IntegralType
{
    /// <inheritdoc/>
    public override string TypeName => "long";

    /// <inheritdoc/>
    public override string SimpleString => "bigint";
}

/// <summary>A span of years and months. Value: <see cref="int"/>, months.</summary>
/// <param name="StartField">First unit: 0 year, 1 month.</param>
/// <param name="EndField">Last unit, not before the first.</param>
public sealed record YearMonthIntervalType(byte StartField = 0, byte EndField = 1) : AtomicType
{
    private static readonly string[] Units = ["year", "month"];

    /// <inheritdoc/>
    public override string TypeName =>
        StartField == EndField ? $"interval {Units[StartField]}" : $"interval {Units[StartField]} to {Units[EndField]}";
}

/// <summary>A span of days and time. Value: <see cref="TimeSpan"/> (100 ns; Spark has microseconds).</summary>
/// <param name="StartField">First unit: 0 day, 1 hour, 2 minute, 3 second.</param>
/// <param name="EndField">Last unit, not before the first.</param>
public sealed record DayTimeIntervalType(byte StartField = 0, byte EndField = 3) : AtomicType
{
    private static readonly string[] Units = ["day", "hour", "minute", "second"];

    /// <inheritdoc/>
    public override string TypeName =>
        StartField == EndField ? $"interval {Units[StartField]}" : $"interval {Units[StartField]} to {Units[EndField]}";
}

/// <summary>A span of months, days and microseconds that do not convert into each other. The type of <c>INTERVAL</c> values made by <c>make_interval</c>. Value: <see cref="CalendarInterval"/>.</summary>
public sealed record CalendarIntervalType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "interval";
}

/// <summary>Semi-structured data in Spark's variant encoding. Value: <see cref="VariantVal"/>.</summary>
public sealed record VariantType : AtomicType
{
    /// <inheritdoc/>
    public override string TypeName => "variant";
}
