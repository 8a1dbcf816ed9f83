using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DataPlatform.Engines.SparkConnect;

/// <summary>Traces and figures under one name, which OpenTelemetry or any other listener may pick up.</summary>
internal static class Telemetry
{
    public const string Name = "DataPlatform.SparkConnect";

    private static readonly Meter Meter = new(Name);

    /// <summary>An activity an operation.</summary>
    public static ActivitySource Source { get; } = new(Name);

    public static Counter<long> Rows { get; } = Meter.CreateCounter<long>("spark_connect.rows", "{row}", "Rows received");

    public static Counter<long> Bytes { get; } = Meter.CreateCounter<long>("spark_connect.arrow", "By", "Arrow bytes received");

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("spark_connect.retries", "{retry}", "Calls made again after a failure");

    public static Counter<long> Reattachments { get; } = Meter.CreateCounter<long>("spark_connect.reattachments", "{attachment}", "Streams of results that were taken up again");

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("spark_connect.operation.duration", "s", "Time from an operation's start to its end");
}
