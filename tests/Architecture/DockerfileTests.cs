using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>What the images are made of is here, and what calls them finds what it calls.</summary>
public sealed class DockerfileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "conf", "docker");

    private readonly Dockerfile _file = new(Path.Combine(Folder, "Dockerfile"));

    [Fact]
    public void What_is_copied_is_there_and_not_left_out()
    {
        var ignored = File.ReadAllLines(Path.Combine(Folder, "Dockerfile.dockerignore"));
        foreach (var (stage, words) in Copies())
        {
            if (words[0].StartsWith("--from=", StringComparison.Ordinal))
            {
                var from = words[0]["--from=".Length..];
                Assert.Contains(from, _file.Stages.TakeWhile(earlier => earlier != stage).Select(earlier => earlier.Name));
            }
            else
            {
                Assert.All(words[..^1], source =>
                {
                    Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), source);
                    Assert.DoesNotContain(source.Split('/')[0], ignored);
                });
            }
        }
    }

    [Fact]
    public void Images_are_of_the_versions_that_the_project_names()
    {
        var sdk = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "global.json")), @"""version"": ""(\d+\.\d+)").Groups[1].Value;
        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{sdk}", Stage("build").Image);
        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{sdk}", Stage("dataplatform").Image);
        Assert.Equal($"mcr.microsoft.com/dotnet/runtime:{sdk}", Stage("runtime").Image);
        Assert.Contains($"<TargetFramework>net{sdk}</TargetFramework>", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")));
        Assert.StartsWith("apache/spark:4.2.0-scala2.13-", Stage("dataplatform-spark").Image);
    }

    [Fact]
    public void The_image_of_jobs_in_process_is_the_one_that_Kubernetes_runs()
    {
        var schedule = File.ReadAllText(Path.Combine(Repository.Root, "conf/schedules/kubernetes/flights.yaml"));
        Assert.Matches(@"image: dataplatform\b(?!-)", schedule);
        var folder = Assert.Single(Stage("dataplatform").Instructions, instruction => instruction.Name == "WORKDIR").Text;
        Assert.Contains($"{folder}/spark-submit.sh", schedule);
    }

    [Fact]
    public void The_readme_deploys_by_the_paths_of_the_image()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var spark = string.Join('\n', Stage("dataplatform-spark").Instructions.Select(instruction => instruction.Text));
        foreach (var path in (string[])["/opt/dataplatform/dataplatform-runner.jar", "conf/docker/Dockerfile", "--class dataplatform.JobRunner"])
        {
            Assert.Contains(path, readme);
        }

        Assert.Contains("/opt/dataplatform/dataplatform-runner.jar", spark);
        Assert.Contains("class JobRunner", File.ReadAllText(Path.Combine(Repository.Root, "lib/DataPlatform.Engines.SparkConnect/Runner/JobRunner.java")));
        Assert.All(Regex.Matches(readme, @"--target ([\w-]+)"), match => Stage(match.Groups[1].Value));
    }

    private Dockerfile.Stage Stage(string name) => Assert.Single(_file.Stages, stage => stage.Name == name);

    private IEnumerable<(Dockerfile.Stage Stage, string[] Words)> Copies() =>
        _file.Stages.SelectMany(stage => stage.Instructions.Where(instruction => instruction.Name == "COPY").Select(instruction => (stage, instruction.Text.Split(' '))));
}
