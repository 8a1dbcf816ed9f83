using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Relations that read no other.</content>
internal sealed partial class PlanConverter
{
    private static Proto.Relation Sql(string query) => new() { Sql = new() { Query = query } };

    private static Proto.Relation Range(RangeRelation range)
    {
        var message = new Proto.Range { Start = range.Start, End = range.End, Step = range.Step };
        if (range.NumPartitions is { } partitions)
        {
            message.NumPartitions = partitions;
        }

        return new() { Range = message };
    }

    private static Proto.Relation Table(NamedTable table)
    {
        var named = new Proto.Read.Types.NamedTable { UnparsedIdentifier = table.Name };
        SetAll(named.Options, table.Options);
        return new() { Read = new() { NamedTable = named } };
    }

    private static Proto.Relation Source(DataSource source)
    {
        var message = new Proto.Read.Types.DataSource { Format = source.Format, Paths = { source.Paths } };
        SetAll(message.Options, source.Options);
        if (source.Schema is { } schema)
        {
            // JSON holds names, nullability and metadata as they are; the server reads it as it reads DDL.
            message.Schema = schema.Json;
        }

        return new() { Read = new() { DataSource = message } };
    }

    private static void SetAll(IDictionary<string, string> map, IEnumerable<KeyValuePair<string, string>> options)
    {
        foreach (var (key, value) in options)
        {
            map[key] = value;
        }
    }
}
