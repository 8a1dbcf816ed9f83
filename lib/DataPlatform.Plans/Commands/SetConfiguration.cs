namespace DataPlatform.Plans;

/// <summary>Sets a value of the session's configuration, as <see cref="IEngineConfiguration.Set"/> does. Result: <c>key</c> and <c>value</c>, both string, one row.</summary>
/// <param name="Key">The setting's name.</param>
/// <param name="Value">Its value.</param>
public sealed record SetConfiguration(string Key, string Value) : Command;
