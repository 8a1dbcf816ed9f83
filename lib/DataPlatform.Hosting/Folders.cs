namespace DataPlatform.Hosting;

/// <summary>Looks whether a run can work where it is sent, before it begins.</summary>
internal static class Folders
{
    /// <summary>Makes the lake where the environment allows it.</summary>
    /// <exception cref="DataPlatform.Pipelines.ConfigurationException"><c>LANDING_NOT_FOUND</c>, <c>LAKE_NOT_FOUND</c>, <c>LAKE_NOT_WRITABLE</c>.</exception>
    public static void Check(EnvironmentConfiguration environment)
    {
        if (!Directory.Exists(environment.Landing))
        {
            throw HostingErrors.LandingNotFound(environment.Landing);
        }

        var parent = Path.GetDirectoryName(environment.Lake.TrimEnd(Path.DirectorySeparatorChar));
        if (!Directory.Exists(environment.Lake) && !(environment.CreateLake && Directory.Exists(parent)))
        {
            throw HostingErrors.LakeNotFound(environment.Lake);
        }

        TryWrite(environment.Lake);
    }

    private static void TryWrite(string lake)
    {
        try
        {
            Directory.CreateDirectory(lake);
            var probe = Path.Combine(lake, $".probe-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.LakeNotWritable(lake, exception);
        }
    }
}
