using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class SparkSession
{
    private static readonly Lock SessionLock = new();
    private static readonly AsyncLocal<SparkSession?> ActiveSession = new();
    private static SparkSession? DefaultSession;

    /// <summary>Makes a session the one that this flow of control, and what it starts, works with.</summary>
    public static void SetActiveSession(SparkSession session) => ActiveSession.Value = session ?? throw new ArgumentNullException(nameof(session));

    /// <summary>Takes the active session back; the default one stays.</summary>
    public static void ClearActiveSession() => ActiveSession.Value = null;

    /// <summary>The session of this flow of control; null where none is set or it was stopped.</summary>
    public static SparkSession? GetActiveSession() => Running(ActiveSession.Value);

    /// <summary>Makes a session the one that is taken where none is active.</summary>
    public static void SetDefaultSession(SparkSession session) => Volatile.Write(ref DefaultSession, session ?? throw new ArgumentNullException(nameof(session)));

    /// <summary>Takes the default session back.</summary>
    public static void ClearDefaultSession() => Volatile.Write(ref DefaultSession, null);

    /// <summary>The default session; null where none is set or it was stopped.</summary>
    public static SparkSession? GetDefaultSession() => Running(Volatile.Read(ref DefaultSession));

    /// <summary>The active session, else the default one.</summary>
    /// <exception cref="InvalidOperationException">There is neither.</exception>
    public static SparkSession Active() => GetActiveSession() ?? GetDefaultSession() ?? throw SparkErrors.NoSession();

    internal static SparkSession GetOrCreate(Action<IEngineConfiguration> apply, Func<SparkSession> create)
    {
        lock (SessionLock)
        {
            if ((GetActiveSession() ?? GetDefaultSession()) is { } running)
            {
                apply(running.Engine.Configuration);
                return running;
            }

            var session = create();
            SetDefaultSession(session);
            SetActiveSession(session);
            return session;
        }
    }

    private static SparkSession? Running(SparkSession? session) => session is { IsStopped: false, Engine.HasEnded: false } ? session : null;
}
