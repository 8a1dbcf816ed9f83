using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>Reads <c>conf/datasets/&lt;name&gt;.json</c>.</summary>
internal static class DatasetFile
{
    public static Dataset Read(string root, string name)
    {
        var node = ConfigurationNode.Read(
            Path.Combine(root, "conf", "datasets", $"{name}.json"), "data set", "description", "source", "columns", "key", "expectations");
        return new Dataset(name, Source(name, node), node.Texts("key")) { Expectations = [.. node.Objects("expectations", "name", "condition", "action", "description").Select(Expectation)] };
    }

    private static FileSource Source(string name, ConfigurationNode node)
    {
        var source = node.Object("source", "folder", "files", "format", "delivery", "newColumns", "misfits", "missingValue", "options");
        return new FileSource(name, source.OptionalText("folder") ?? name, source.Choice("format", FileFormat.Csv))
        {
            Files = source.OptionalText("files") ?? "*",
            Delivery = source.Choice("delivery", DeliveryKind.Partial),
            NewColumns = source.Choice("newColumns", NewColumnPolicy.Fail),
            Misfits = source.Choice("misfits", MisfitPolicy.Fail),
            MissingValue = source.OptionalText("missingValue"),
            Options = source.Pairs("options"),
            Columns = [.. node.Objects("columns", "name", "type", "optional", "description").Select(column =>
                new SourceColumn(column.Text("name"), column.OptionalText("type") ?? "string") { IsOptional = column.Flag("optional") })],
        };
    }

    private static Expectation Expectation(ConfigurationNode node) =>
        new(node.Text("name"), node.Text("condition"), node.Choice("action", ExpectationAction.Warn)) { Description = node.OptionalText("description") ?? "" };
}
