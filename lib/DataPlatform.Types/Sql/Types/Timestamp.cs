namespace Microsoft.Spark.Sql.Types;

/// <summary>An instant in microseconds: the value of a <see cref="TimestampType"/> column. Immutable; ordered by time. Parts are those of UTC.</summary>
public sealed class Timestamp : IEquatable<Timestamp>, IComparable<Timestamp>, IComparable
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>The instant of a date and time: UTC unless its kind says local. What is below a microsecond is dropped.</summary>
    public Timestamp(DateTime dateTime)
    {
        var utc = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : dateTime;
        EpochMicroseconds = (long)Math.Floor((utc.Ticks - DateTime.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>An instant by its parts in UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its bounds; years go from 1 to 9999, microseconds from 0 to 999,999.</exception>
    public Timestamp(int year, int month, int day, int hour, int minute, int second, int microsecond)
        : this(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(Checked(microsecond) * TimeSpan.TicksPerMicrosecond))
    {
    }

    private Timestamp(long epochMicroseconds) => EpochMicroseconds = epochMicroseconds;

    /// <summary>Microseconds since 1970-01-01T00:00:00Z; negative before.</summary>
    public long EpochMicroseconds { get; }

    /// <summary>The year in UTC.</summary>
    public int Year => Day0.Year;

    /// <summary>The month in UTC, 1 to 12.</summary>
    public int Month => Day0.Month;

    /// <summary>The day of the month in UTC, 1 to 31.</summary>
    public int Day => Day0.Day;

    /// <summary>The hour in UTC, 0 to 23.</summary>
    public int Hour => (int)(MicrosecondOfDay / 3_600_000_000);

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => (int)(MicrosecondOfDay / 60_000_000 % 60);

    /// <summary>The second, 0 to 59.</summary>
    public int Second => (int)(MicrosecondOfDay / 1_000_000 % 60);

    /// <summary>The microsecond of the second, 0 to 999,999.</summary>
    public int Microsecond => (int)(MicrosecondOfDay % 1_000_000);

    private CivilDate Day0 => CivilDate.FromEpochDay(EpochDay);

    private long EpochDay => (EpochMicroseconds - MicrosecondOfDay) / MicrosecondsPerDay;

    private long MicrosecondOfDay => ((EpochMicroseconds % MicrosecondsPerDay) + MicrosecondsPerDay) % MicrosecondsPerDay;

    /// <summary>The instant so many microseconds after 1970-01-01T00:00:00Z.</summary>
    public static Timestamp FromEpochMicroseconds(long epochMicroseconds) => new(epochMicroseconds);

    /// <summary>The instant as a UTC date and time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999, all that <see cref="DateTime"/> knows.</exception>
    public DateTime ToDateTime() => DateTime.UnixEpoch.AddTicks(checked(EpochMicroseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary><c>yyyy-MM-dd HH:mm:ss.ffffffZ</c> in UTC.</summary>
    public override string ToString() => $"{Day0} {Hour:D2}:{Minute:D2}:{Second:D2}.{Microsecond:D6}Z";

    /// <inheritdoc/>
    public bool Equals(Timestamp? other) => other is not null && EpochMicroseconds == other.EpochMicroseconds;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Timestamp);

    /// <inheritdoc/>
    public override int GetHashCode() => EpochMicroseconds.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Timestamp? other) => other is null ? 1 : EpochMicroseconds.CompareTo(other.EpochMicroseconds);

    int IComparable.CompareTo(object? obj) =>
        CompareTo(obj as Timestamp ?? (obj is null ? null : throw new ArgumentException("Not a Timestamp.", nameof(obj))));

    private static int Checked(int microsecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microsecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microsecond, 999_999);
        return microsecond;
    }
}
