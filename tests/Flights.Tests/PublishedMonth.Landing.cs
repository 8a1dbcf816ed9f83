namespace Flights.Tests;

/// <content>Landing for tests, which are skipped where the data is not to be had.</content>
internal static partial class PublishedMonth
{
    /// <summary>
    /// Writes the flights and the weather of a month of 2013 (from 1) below <paramref name="landing"/>. Skips the calling test, which must be a
    /// <see cref="SkippableFactAttribute"/>, where the published files are not to be had.
    /// </summary>
    public static void Land(int month, string landing)
    {
        Skip.If(Missing(month) is not null, Missing(month));
        Write(month, landing);
    }
}
