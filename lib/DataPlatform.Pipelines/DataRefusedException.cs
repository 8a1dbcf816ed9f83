namespace DataPlatform.Pipelines;

/// <summary>
/// Delivered data was refused: an expectation of kind <see cref="ExpectationAction.Fail"/>, or a file that is not what its source promises.
/// The table was not changed; whoever delivers the data mends it. A job then exits with 2.
/// </summary>
public sealed class DataRefusedException : DataPlatformException
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The stable condition, upper snake case.</param>
    /// <param name="message">What was refused, where, and what to do; without the code.</param>
    /// <param name="parameters">The offending values by name.</param>
    /// <param name="innerException">The cause.</param>
    public DataRefusedException(
        string code,
        string message,
        IReadOnlyDictionary<string, string>? parameters = null,
        Exception? innerException = null)
        : base(code, message, parameters, innerException: innerException)
    {
    }
}
