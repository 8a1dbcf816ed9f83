namespace DataPlatform.Delta;

/// <summary>How this library names itself in commits.</summary>
internal static class EngineName
{
    public static string Value { get; } = $"DataPlatform.Delta/{typeof(EngineName).Assembly.GetName().Version?.ToString(3)}";
}
