using System.Globalization;

namespace Microsoft.Spark.Sql.Types;

/// <summary>A day of the proleptic Gregorian calendar, with no time zone: the value of a <see cref="DateType"/> column. Immutable; ordered by time.</summary>
public sealed class Date : IEquatable<Date>, IComparable<Date>, IComparable
{
    private static readonly DateTime Epoch = DateTime.UnixEpoch;

    /// <summary>The day of a date and time; its time of day is dropped.</summary>
    public Date(DateTime dateTime) => EpochDay = (int)Math.Floor((dateTime.Date - Epoch.Date).TotalDays);

    /// <summary>A day by its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in the years 1 to 9999.</exception>
    public Date(int year, int month, int day)
        : this(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified))
    {
    }

    private Date(int epochDay) => EpochDay = epochDay;

    /// <summary>Days since 1970-01-01; negative before.</summary>
    public int EpochDay { get; }

    /// <summary>The year; 0 and negative before year 1.</summary>
    public int Year => CivilDate.FromEpochDay(EpochDay).Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => CivilDate.FromEpochDay(EpochDay).Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => CivilDate.FromEpochDay(EpochDay).Day;

    /// <summary>The day that is so many days after 1970-01-01.</summary>
    public static Date FromEpochDay(int epochDay) => new(epochDay);

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form or no day of the years 1 to 9999.</exception>
    public static Date Parse(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Midnight of the day, of unspecified kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999, all that <see cref="DateTime"/> knows.</exception>
    public DateTime ToDateTime() => DateTime.SpecifyKind(Epoch.AddDays(EpochDay), DateTimeKind.Unspecified);

    /// <summary><c>yyyy-MM-dd</c>, as Spark shows it.</summary>
    public override string ToString() => CivilDate.FromEpochDay(EpochDay).ToString();

    /// <inheritdoc/>
    public bool Equals(Date? other) => other is not null && EpochDay == other.EpochDay;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Date);

    /// <inheritdoc/>
    public override int GetHashCode() => EpochDay;

    /// <inheritdoc/>
    public int CompareTo(Date? other) => other is null ? 1 : EpochDay.CompareTo(other.EpochDay);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Date ?? (obj is null ? null : throw new ArgumentException("Not a Date.", nameof(obj))));
}
