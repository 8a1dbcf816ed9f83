namespace DataPlatform.Hosting;

/// <summary>Keeps secrets out of logs.</summary>
internal static class Secrets
{
    private static readonly string[] Words = ["password", "passwd", "secret", "token", "credential", "accountkey", "account.key", "accesskey", "access.key", "apikey", "sas", "connectionstring"];

    /// <summary>The value, or stars where the setting's name says that it is a secret.</summary>
    public static string Mask(string key, string value) => Words.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "***" : value;
}
