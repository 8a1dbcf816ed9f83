namespace Flights.Tests;

public sealed class PublishedMonthTests
{
    [SkippableFact]
    public void Land_January_gives_the_sample_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("landing").FullName;
        try
        {
            PublishedMonth.Land(1, folder);
            var sample = Path.Combine(AppContext.BaseDirectory, "../../../../data/nycflights13/landing");
            Assert.All((string[])["flights", "weather"], entity =>
            {
                var expected = Directory.GetFiles(Path.Combine(sample, entity)).Select(Path.GetFileName).Order().ToList();
                Assert.Equal(31, expected.Count);
                Assert.Equal(expected, Directory.GetFiles(Path.Combine(folder, entity)).Select(Path.GetFileName).Order());
                Assert.All(expected, name => Assert.Equal(File.ReadAllText(Path.Combine(sample, entity, name!)), File.ReadAllText(Path.Combine(folder, entity, name!))));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SkippableFact]
    public void Land_March_has_every_day_and_flight()
    {
        var folder = Directory.CreateTempSubdirectory("landing").FullName;
        try
        {
            PublishedMonth.Land(3, folder);
            var flights = Directory.GetFiles(Path.Combine(folder, "flights"));
            Assert.Equal(31, flights.Length);
            Assert.Equal(28_834, flights.Sum(file => File.ReadLines(file).Count() - 1));
            Assert.Equal(2_227, Directory.GetFiles(Path.Combine(folder, "weather")).Sum(file => File.ReadLines(file).Count()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
