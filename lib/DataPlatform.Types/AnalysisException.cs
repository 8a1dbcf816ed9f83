namespace DataPlatform;

/// <summary>
/// A query that cannot be run as it stands: an unknown or ambiguous name, a wrong type, a syntax error, an unsupported feature.
/// Nothing was read or written. The counterpart of Spark's <c>AnalysisException</c> and <c>ParseException</c>.
/// </summary>
public sealed class AnalysisException : DataPlatformException
{
    /// <summary>Makes an error; see <see cref="DataPlatformException"/>.</summary>
    /// <param name="code">The stable condition, such as <c>UNRESOLVED_COLUMN.WITH_SUGGESTION</c>.</param>
    /// <param name="message">What cannot be resolved, where, and the nearest valid choices.</param>
    /// <param name="parameters">The offending values by name.</param>
    /// <param name="innerException">The cause.</param>
    public AnalysisException(
        string code,
        string message,
        IReadOnlyDictionary<string, string>? parameters = null,
        Exception? innerException = null)
        : base(code, message, parameters, isTransient: false, innerException)
    {
    }
}
