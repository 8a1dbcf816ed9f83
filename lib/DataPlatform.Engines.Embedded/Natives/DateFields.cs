using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>The fields of a date and time by the letters of Spark's patterns: read from an instant, or collected from text and then put together.</summary>
internal sealed class DateFields
{
    private const long MicrosPerSecond = 1_000_000;
    private const long MicrosPerDay = 86_400 * MicrosPerSecond;

    private const string Letters = "yuGMLQqdDEFaHkKhmsS";

    // Where each letter's value lies: fields are made for every row, so that they must be small.
    private static readonly byte[] Places = [.. Enumerable.Range(0, 'z' + 1).Select(c => (byte)Math.Max(0, Letters.IndexOf((char)c, StringComparison.Ordinal)))];

    private readonly long?[] _values = new long?[Letters.Length];

    private DateFields()
    {
    }

    /// <summary>The time zone: of an instant, or read from text.</summary>
    public SparkTimeZone? Zone { get; set; }

    /// <summary>Seconds east of Greenwich: of an instant, or read from text.</summary>
    public int? Offset { get; set; }

    /// <summary>The instant, where the fields were read from one.</summary>
    public long Instant { get; private init; }

    /// <summary>A field by its letter; <c>y</c> is the year of the era, <c>u</c> the proleptic year, <c>S</c> microseconds.</summary>
    public long? this[char letter]
    {
        get => _values[Places[letter]];
        set => _values[Places[letter]] = value;
    }

    /// <summary>The same fields, to be changed apart.</summary>
    public DateFields Copy()
    {
        var copy = new DateFields();
        copy.TakeFrom(this);
        return copy;
    }

    /// <summary>Becomes equal to other fields.</summary>
    public void TakeFrom(DateFields other)
    {
        other._values.CopyTo(_values, 0);
        (Zone, Offset) = (other.Zone, other.Offset);
    }

    /// <summary>None yet.</summary>
    public static DateFields Empty() => new();

    /// <summary>Those of an instant in a zone.</summary>
    public static DateFields Of(long instant, SparkTimeZone zone)
    {
        var offset = zone.OffsetAt(instant);
        var local = instant + (offset * MicrosPerSecond);
        var days = Math.DivRem(local, MicrosPerDay, out var micros);
        if (micros < 0)
        {
            (days, micros) = (days - 1, micros + MicrosPerDay);
        }

        var (year, month, day) = CivilDate.FromEpochDay(days);
        var seconds = micros / MicrosPerSecond;
        var hour = seconds / 3600;
        var dayOfWeek = IsoDayOfWeek(days);
        return new DateFields
        {
            Zone = zone,
            Offset = offset,
            Instant = instant,
            ['u'] = year,
            ['y'] = year > 0 ? year : 1 - year,
            ['G'] = year > 0 ? 1 : 0,
            ['M'] = month,
            ['L'] = month,
            ['Q'] = ((month - 1) / 3) + 1,
            ['q'] = ((month - 1) / 3) + 1,
            ['d'] = day,
            ['D'] = days - CivilDate.ToEpochDay(year, 1, 1) + 1,
            ['E'] = dayOfWeek,
            ['F'] = ((day - 1) % 7) + 1,
            ['a'] = hour / 12,
            ['H'] = hour,
            ['k'] = hour == 0 ? 24 : hour,
            ['K'] = hour % 12,
            ['h'] = hour % 12 == 0 ? 12 : hour % 12,
            ['m'] = seconds / 60 % 60,
            ['s'] = seconds % 60,
            ['S'] = micros % MicrosPerSecond,
        };
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int IsoDayOfWeek(long epochDay) => (int)((((epochDay + 3) % 7) + 7) % 7) + 1;

    /// <summary>The days from 1970-01-01 to a date; null where there is no such date.</summary>
    public static long? EpochDay(long year, long month, long day)
    {
        if (year is < -999_999_999 or > 999_999_999 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return null;
        }

        var days = CivilDate.ToEpochDay((int)year, (int)month, (int)day);
        return CivilDate.FromEpochDay(days).Day == day ? days : null;
    }

    /// <summary>The clock's microseconds since 1970-01-01 00:00, with Spark's defaults for what is missing; null where the fields contradict each other or do not exist.</summary>
    public long? ToLocal() => Days() is { } days && MicrosOfDay() is { } micros ? (days * MicrosPerDay) + micros : null;

    private long? Days()
    {
        if (Year() is not { } year || !Within('D', 1, 366) || !Within('M', 1, 12) || !Within('d', 1, 31))
        {
            return null;
        }

        var month = this['M'] ?? this['L'];
        if (this['D'] is { } dayOfYear && month is null && this['d'] is null)
        {
            var days = CivilDate.ToEpochDay((int)year, 1, 1) + dayOfYear - 1;
            return days < CivilDate.ToEpochDay((int)year + 1, 1, 1) ? days : null;
        }

        return EpochDay(year, month ?? 1, this['d'] ?? 1);
    }

    private long? Year() => (this['u'], this['y'], this['G']) switch
    {
        ({ } year, _, _) => year,
        (_, null, _) => 1970,
        (_, < 1, _) => null,
        (_, { } year, 0) => 1 - year,
        (_, { } year, _) => year,
    };

    private long? MicrosOfDay()
    {
        if (!Within('H', 0, 23) || !Within('k', 1, 24) || !Within('K', 0, 11) || !Within('h', 1, 12) || !Within('m', 0, 59) || !Within('s', 0, 59))
        {
            return null;
        }

        var half = this['h'] % 12 ?? this['K'];
        var hour = this['H'] ?? this['k'] % 24 ?? (half + ((this['a'] ?? 0) * 12)) ?? 0;
        var agrees = (half is null || half == hour % 12) && (this['a'] is null || (this['H'] ?? this['k']) is null || this['a'] == hour / 12);
        return agrees ? (((((hour * 60) + (this['m'] ?? 0)) * 60) + (this['s'] ?? 0)) * MicrosPerSecond) + (this['S'] ?? 0) : null;
    }

    private bool Within(char letter, long least, long most) => this[letter] is not { } value || (value >= least && value <= most);
}
