namespace Architecture.Schedules;

/// <summary>When a crontab line runs: the minute and hour, if it runs once a day.</summary>
internal static class CronFields
{
    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    /// <summary>The time of day of a schedule of five fields that runs every day.</summary>
    public static TimeOnly Daily(string schedule)
    {
        var fields = schedule.Split(' ');
        Assert.Equal(5, fields.Length);
        Assert.All(fields.Zip(Ranges), field => Assert.True(field.First == "*" || (int.Parse(field.First) >= field.Second.Least && int.Parse(field.First) <= field.Second.Most)));
        Assert.Equal(["*", "*", "*"], fields[2..]);
        return new TimeOnly(int.Parse(fields[1]), int.Parse(fields[0]));
    }
}
