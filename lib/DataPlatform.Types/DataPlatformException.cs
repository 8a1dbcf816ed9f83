using System.Collections.Frozen;

namespace DataPlatform;

/// <summary>
/// The one error of the platform: something outside the caller's code was not as it must be (data, a table, a file, a plan, a server).
/// Mistakes in calling a method stay <see cref="ArgumentException"/> and kin.
/// </summary>
/// <remarks>
/// <see cref="Code"/> is stable and is what programs compare; where Spark has an error condition for the case, the code is that condition
/// (<c>DIVIDE_BY_ZERO</c>, <c>CAST_INVALID_INPUT</c>, …). The message says what happened, where, and what to do.
/// </remarks>
public class DataPlatformException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The stable condition, upper snake case; a sub-condition follows a dot, as in Spark.</param>
    /// <param name="message">What happened, where, and what to do; without the code.</param>
    /// <param name="parameters">The offending values by name.</param>
    /// <param name="isTransient">Whether the same call may succeed later with nothing changed.</param>
    /// <param name="innerException">The cause.</param>
    public DataPlatformException(
        string code,
        string message,
        IReadOnlyDictionary<string, string>? parameters = null,
        bool isTransient = false,
        Exception? innerException = null)
        : base($"[{code}] {message}", innerException)
    {
        Code = code;
        Parameters = parameters ?? FrozenDictionary<string, string>.Empty;
        IsTransient = isTransient;
    }

    /// <summary>The stable condition, upper snake case, such as <c>DIVIDE_BY_ZERO</c>.</summary>
    public string Code { get; }

    /// <summary>The offending values by name, as text; empty where the code says all.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The SQLSTATE that Spark gave with the condition, such as <c>22012</c>; null where none is known.</summary>
    public string? SqlState { get; init; }

    /// <summary>True where the same call may succeed later with nothing changed (a lost server, a lost race); a job then exits with 75.</summary>
    public bool IsTransient { get; }
}
