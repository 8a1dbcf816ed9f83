using Newtonsoft.Json.Linq;

namespace Architecture.Schedules;

/// <summary>Runs a Data Factory pipeline's activities over a tree: custom activities for real, waits not at all.</summary>
internal sealed class FactoryRun
{
    private readonly ScheduleTree _tree;
    private readonly FactoryExpression _expressions;

    public FactoryRun(ScheduleTree tree, JToken pipeline, Dictionary<string, string> parameters)
    {
        _tree = tree;
        var variables = pipeline["properties"]!["variables"]?.Children<JProperty>() ?? [];
        _expressions = new FactoryExpression(variables.ToDictionary(variable => variable.Name, _ => new List<string>()), parameters, []);
        Run(pipeline["properties"]!["activities"]!);
    }

    /// <summary>The code and text of the Fail activity that ended the run; null where none did.</summary>
    public (string Code, string Message)? Failure { get; private set; }

    /// <summary>The seconds of each wait.</summary>
    public List<int> Waits { get; } = [];

    private void Run(JToken activities)
    {
        var outcomes = new Dictionary<string, string>();
        foreach (var activity in activities)
        {
            var waits = activity["dependsOn"] ?? new JArray();
            var runs = waits.All(wait => wait["dependencyConditions"]!.Values<string>().Any(condition => Meets(outcomes[(string)wait["activity"]!], condition!)));
            outcomes[(string)activity["name"]!] = runs ? Run(activity, activity["typeProperties"]!) : "Skipped";
        }
    }

    private static bool Meets(string outcome, string condition) => condition == outcome || (condition == "Completed" && outcome != "Skipped");

    private string Run(JToken activity, JToken properties)
    {
        switch ((string)activity["type"]!)
        {
            case "Until":
                do
                {
                    Run(properties["activities"]!);
                }
                while (!(bool)_expressions.Value(properties["expression"]!));
                break;
            case "IfCondition":
                Run((bool)_expressions.Value(properties["expression"]!) ? properties["ifTrueActivities"]! : properties["ifFalseActivities"] ?? new JArray());
                break;
            case "AppendVariable":
                _expressions.Variables[(string)properties["variableName"]!].Add((string)_expressions.Value(properties["value"]!));
                break;
            case "Wait":
                Waits.Add((int)_expressions.Value(properties["waitTimeInSeconds"]!));
                break;
            case "Fail":
                Failure = ((string)_expressions.Value(properties["errorCode"]!), (string)_expressions.Value(properties["message"]!));
                break;
            case "Custom":
                return RunCustom((string)activity["name"]!, (string)_expressions.Value(properties["command"]!));
            default:
                throw new NotSupportedException((string?)activity["type"]);
        }

        return "Succeeded";
    }

    // Azure Batch starts the command in a folder of its own, without a shell; outputs.json there becomes the activity's customOutput.
    private string RunCustom(string name, string command)
    {
        var outputs = Path.Combine(_tree.Root, "outputs.json");
        File.Delete(outputs);
        if (_tree.Shell($"exec {command.Replace(ScheduleTree.Installed, _tree.Root)}").ExitCode != 0)
        {
            return "Failed";
        }

        _expressions.Outputs[name] = new JObject { ["customOutput"] = JObject.Parse(File.ReadAllText(outputs)) };
        return "Succeeded";
    }
}
