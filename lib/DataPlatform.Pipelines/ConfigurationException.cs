namespace DataPlatform.Pipelines;

/// <summary>
/// The run was asked for wrongly: an option, a configuration file, a folder or the order of jobs. Nothing was changed; the caller mends the request.
/// A job then exits with 64.
/// </summary>
public sealed class ConfigurationException : DataPlatformException
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The stable condition, upper snake case.</param>
    /// <param name="message">What is wrong, where, and what to do; without the code.</param>
    /// <param name="parameters">The offending values by name.</param>
    /// <param name="innerException">The cause.</param>
    public ConfigurationException(
        string code,
        string message,
        IReadOnlyDictionary<string, string>? parameters = null,
        Exception? innerException = null)
        : base(code, message, parameters, innerException: innerException)
    {
    }
}
