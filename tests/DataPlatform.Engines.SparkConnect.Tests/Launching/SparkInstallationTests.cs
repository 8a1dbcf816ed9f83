using DataPlatform.Engines.SparkConnect.Launching;

namespace DataPlatform.Engines.SparkConnect.Tests.Launching;

public sealed class SparkInstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spark-installation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Find_without_SPARK_HOME_says_what_to_install() => AssertFails("SPARK_HOME_NOT_FOUND", "set SPARK_HOME", []);

    [Fact]
    public void Find_a_SPARK_HOME_that_holds_no_Spark_names_it() => AssertFails("SPARK_HOME_NOT_FOUND", _folder, new() { ["SPARK_HOME"] = _folder });

    [Fact]
    public void Find_without_Java_says_what_to_install()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "jars"));
        AssertFails("JAVA_NOT_FOUND", "Install a JDK", new() { ["SPARK_HOME"] = _folder, ["PATH"] = _folder, ["JAVA_HOME"] = "" });
    }

    [Fact]
    public void Find_prefers_the_Java_of_JAVA_HOME()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "jars"));
        foreach (var tool in (string[])["java/bin/java", "java/bin/javac", "path/java", "path/javac"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, tool))!);
            File.WriteAllText(Path.Combine(_folder, tool), "");
        }

        Dictionary<string, string> variables = new() { ["SPARK_HOME"] = _folder, ["PATH"] = Path.Combine(_folder, "path"), ["JAVA_HOME"] = Path.Combine(_folder, "java") };
        Assert.Equal(Path.Combine(_folder, "java/bin/javac"), SparkInstallation.Find(variables.GetValueOrDefault).JavaCompiler);
        variables.Remove("JAVA_HOME");
        Assert.Equal(Path.Combine(_folder, "path/javac"), SparkInstallation.Find(variables.GetValueOrDefault).JavaCompiler);
    }

    [Theory]
    [InlineData("local", true)]
    [InlineData("local[2]", true)]
    [InlineData("local[*]", true)]
    [InlineData("spark://host:7077", true)]
    [InlineData("yarn", true)]
    [InlineData("k8s://https://host", true)]
    [InlineData("embedded", false)]
    [InlineData("sc://host:15002", false)]
    [InlineData("local[2", false)]
    [InlineData("mesos://host", false)]
    public void CanLaunch_is_true_of_masters_that_have_a_driver(string master, bool expected) => Assert.Equal(expected, SparkLauncher.CanLaunch(master));

    private static void AssertFails(string code, string said, Dictionary<string, string> variables)
    {
        var exception = Assert.Throws<DataPlatformException>(() => SparkInstallation.Find(variables.GetValueOrDefault));
        Assert.Equal(code, exception.Code);
        Assert.Contains(said, exception.Message);
    }
}
