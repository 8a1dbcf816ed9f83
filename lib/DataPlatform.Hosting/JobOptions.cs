using System.Globalization;

namespace DataPlatform.Hosting;

/// <summary>What stands after the job's name: what it is to do. Each is null where it was not given.</summary>
public sealed record JobOptions
{
    private static readonly string[] Known = ["--date", "--full-refresh", "--lake", "--landing", "--environment"];

    /// <summary>The logical date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether every table is made anew from the layer before.</summary>
    public bool IsFullRefresh { get; init; }

    /// <summary>The lake's folder, absolute.</summary>
    public string? Lake { get; init; }

    /// <summary>The landing folder, absolute.</summary>
    public string? Landing { get; init; }

    /// <summary>The environment: the name of a file in <c>conf/</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>Reads a job's arguments: <c>--date yyyy-MM-dd</c>, <c>--full-refresh</c>, <c>--lake DIR</c>, <c>--landing DIR</c>, <c>--environment NAME</c>.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="job">The job, for errors.</param>
    /// <param name="workingFolder">What relative folders are relative to.</param>
    /// <exception cref="DataPlatform.Pipelines.ConfigurationException"><c>UNKNOWN_OPTION</c>, <c>OPTION_WITHOUT_VALUE</c>, <c>UNEXPECTED_ARGUMENT</c>, <c>INVALID_LOGICAL_DATE</c>.</exception>
    public static JobOptions Parse(IReadOnlyList<string> arguments, string job, string workingFolder)
    {
        var options = new JobOptions();
        var reader = new OptionReader(arguments);
        while (reader.TryNext(out var option))
        {
            options = option switch
            {
                "--date" => options with { Date = ParseDate(reader.Value(option)) },
                "--full-refresh" => options with { IsFullRefresh = true },
                "--lake" => options with { Lake = Path.GetFullPath(reader.Value(option), workingFolder) },
                "--landing" => options with { Landing = Path.GetFullPath(reader.Value(option), workingFolder) },
                "--environment" => options with { Environment = reader.Value(option) },
                _ => throw HostingErrors.UnknownOption(option, Known),
            };
        }

        return reader.Rest is [var extra, ..] ? throw HostingErrors.UnexpectedArgument(extra, job) : options;
    }

    private static DateOnly ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw HostingErrors.InvalidDate(text);
}
