using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>
/// Which parts of messages came with which version. An older server passes over a field that it does not know, and would do something else than was asked for.
/// </summary>
internal static class ServerFeatures
{
    private static readonly Dictionary<string, (int Major, int Minor, string Feature)> Since = new()
    {
        ["spark.connect.DataType.time"] = (4, 1, "the type TIME"),
        ["spark.connect.Expression.Literal.time"] = (4, 1, "a constant of type TIME"),
        ["spark.connect.Relation.chunked_cached_local_relation"] = (4, 1, "local rows in chunks"),
        ["spark.connect.WriteStreamOperationStart.real_time_batch_duration"] = (4, 1, "the real-time trigger"),
        ["spark.connect.WriteOperation.with_schema_evolution"] = (4, 2, "writing with schema evolution"),
        ["spark.connect.WriteOperationV2.with_schema_evolution"] = (4, 2, "writing with schema evolution"),
        ["spark.connect.Relation.relation_changes"] = (4, 2, "reading the changes of a table"),
        ["spark.connect.Relation.nearest_by_join"] = (4, 2, "a join by nearness"),
    };

    /// <summary>Refuses what a server is too old for.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_BY_SERVER</c>: it names the feature, and the version that has it.</exception>
    public static TMessage Checked<TMessage>(TMessage message, ServerVersion server)
        where TMessage : IMessage
    {
        if (!server.IsAtLeast(4, 2))
        {
            Check(message, server);
        }

        return message;
    }

    private static void Check(IMessage message, ServerVersion server)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(field => IsSet(field, message)))
        {
            if (Since.TryGetValue(field.FullName, out var needed) && !server.IsAtLeast(needed.Major, needed.Minor))
            {
                throw SparkConnectErrors.UnsupportedByServer(needed.Feature, server, $"{needed.Major}.{needed.Minor}");
            }

            foreach (var inner in Messages(field.Accessor.GetValue(message)))
            {
                Check(inner, server);
            }
        }
    }

    private static bool IsSet(FieldDescriptor field, IMessage message) => field switch
    {
        { IsRepeated: true } => true,
        { HasPresence: true } => field.Accessor.HasValue(message),
        _ => field.Accessor.GetValue(message) is true,
    };

    private static IEnumerable<IMessage> Messages(object? value) => value switch
    {
        IMessage message => [message],
        System.Collections.IDictionary map => map.Values.OfType<IMessage>(),
        System.Collections.IList items => items.OfType<IMessage>(),
        _ => [],
    };
}
