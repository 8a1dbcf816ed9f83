using Flights.Weekdays;

namespace Flights.Tests;

/// <summary>The README's example of a job is this project's <see cref="WeekdayDelay"/>, to the letter, and does what it says.</summary>
[Collection(JanuaryCollection.Name)]
public sealed class WorkedExampleTests(January january)
{
    // Counted over the CSV files: flights with a departure time by weekday, and the sum of their delays.
    private static readonly (int Weekday, long Departures, double Delays)[] Counted =
    [
        (1, 3232, 34143), (2, 3619, 27708), (3, 4376, 25324), (4, 4377, 68422), (5, 4505, 61489), (6, 3629, 36334), (7, 2745, 12381),
    ];

    [Fact]
    public void The_readme_shows_the_job_that_is_compiled()
    {
        var code = File.ReadAllText(Path.Combine(FlightsLake.Root, "tests", "Flights.Tests", "WeekdayDelay.cs"));
        Assert.Contains($"```csharp\n{code}```", File.ReadAllText(Path.Combine(FlightsLake.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_job_makes_the_table_that_it_names()
    {
        var report = january.Lake.Submit(new WeekdayDelay(), "Flights.Gold");

        Assert.Equal(0, report.GetProperty("exit_code").GetInt32());
        var rows = january.Lake.Table("gold/weekday_delay").OrderBy("weekday").Collect().ToList();
        Assert.Equal(Counted.Select(day => (day.Weekday, day.Departures)), rows.Select(row => (row.GetAs<int>(0), row.GetAs<long>(1))));
        Assert.All(Counted.Zip(rows), day => Assert.Equal(day.First.Delays / day.First.Departures, day.Second.GetAs<double>(2), 1e-9));
    }
}
