namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>How often and after which waits a call is tried again. The defaults are those of Spark's own clients.</summary>
internal sealed record RetryPolicy
{
    /// <summary>What Spark's clients do: up to 15 times, some ten minutes in all.</summary>
    public static RetryPolicy Spark { get; } = new();

    /// <summary>For the first call of a session: a server that is not there should be told of in seconds.</summary>
    public static RetryPolicy FirstContact { get; } = new() { MaxRetries = 6 };

    /// <summary>For a server on this machine, some minute in all: one that is gone there seldom comes back, and what waits for it holds the run up.</summary>
    public static RetryPolicy Loopback { get; } = new() { MaxRetries = 7 };

    public int MaxRetries { get; init; } = 15;

    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromMinutes(1);

    public double Multiplier { get; init; } = 4;

    /// <summary>Up to this much is added, by chance, to waits of at least <see cref="MinJitterThreshold"/>.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan MinJitterThreshold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A server may ask for a longer wait, up to this one.</summary>
    public TimeSpan MaxServerDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait before a retry.</summary>
    /// <param name="retry">Which one it is, from 0.</param>
    /// <param name="serverDelay">The wait that the server asked for; null: none.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan DelayOf(int retry, TimeSpan? serverDelay, double chance)
    {
        var backoff = TimeSpan.FromMilliseconds(Math.Min(InitialBackoff.TotalMilliseconds * Math.Pow(Multiplier, retry), MaxBackoff.TotalMilliseconds));
        if (serverDelay is { } asked && asked > backoff)
        {
            backoff = asked < MaxServerDelay ? asked : MaxServerDelay;
        }

        return backoff >= MinJitterThreshold ? backoff + (Jitter * chance) : backoff;
    }
}
