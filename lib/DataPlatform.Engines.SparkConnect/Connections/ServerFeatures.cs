using System.Collections;
using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>
/// Which parts of plans came with which version. An older server passes over a field that it does not know, and would do something else than was asked for.
/// </summary>
/// <remarks>
/// The protocol files of Spark 4.0, 4.1 and 4.2 decide, and what a release's server reads of a field that it has. Listed is what the converters of this engine write; one that begins
/// to write a younger field adds it. A field that an older server may pass over is not listed: <c>Literal.data_type</c> where it repeats what the parts of the constant say.
/// Functions and settings go by their names: a server refuses by itself those that it does not know.
/// </remarks>
internal static class ServerFeatures
{
    private static readonly Dictionary<string, Feature> Since = new()
    {
        ["spark.connect.DataType.time"] = new(4, 1, "the type TIME"),
        ["spark.connect.Expression.Literal.time"] = new(4, 1, "a constant of type TIME"),
        ["spark.connect.Expression.Literal.data_type"] = new(4, 1, "a constant of an interval type other than YEAR TO MONTH and DAY TO SECOND", type => IsPartOfInterval((DataType)type)),
        ["spark.connect.Expression.Literal.Array.elements"] = new(4, 1, "a null inside a constant", HasNull),
        ["spark.connect.Expression.Literal.Map.values"] = new(4, 1, "a null inside a constant", HasNull),
        ["spark.connect.Expression.Literal.Struct.elements"] = new(4, 1, "a null inside a constant", HasNull),
        ["spark.connect.SubqueryExpression.in_subquery_values"] = new(4, 1, "a column that is looked for in a data frame"),
        ["spark.connect.Relation.chunked_cached_local_relation"] = new(4, 1, "local rows in chunks"),
    };

    /// <summary>Refuses what a server is too old for.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_BY_SERVER</c>: it names the feature, and the version that has it.</exception>
    public static TMessage Checked<TMessage>(TMessage message, ServerVersion server)
        where TMessage : IMessage
    {
        if (Since.Values.Any(feature => !feature.IsIn(server)))
        {
            Check(message, server);
        }

        return message;
    }

    private static void Check(IMessage message, ServerVersion server)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (!field.IsRepeated && field.HasPresence && !field.Accessor.HasValue(message))
            {
                continue;
            }

            var value = field.Accessor.GetValue(message);
            if (Since.TryGetValue(field.FullName, out var feature) && !feature.IsIn(server) && feature.IsAskedFor(value))
            {
                throw SparkConnectErrors.UnsupportedByServer(feature.Name, server, $"{feature.Major}.{feature.Minor}");
            }

            foreach (var inner in Messages(value))
            {
                Check(inner, server);
            }
        }
    }

    private static IEnumerable<IMessage> Messages(object? value) => value switch
    {
        IMessage message => [message],
        IDictionary map => map.Values.OfType<IMessage>(),
        IList items => items.OfType<IMessage>(),
        _ => [],
    };

    /// <summary>Servers of 4.0 take every constant for the widest interval of its kind.</summary>
    private static bool IsPartOfInterval(DataType type) => type switch
    {
        { YearMonthInterval: { } months } => (months.StartField, months.EndField) != (0, 1),
        { DayTimeInterval: { } time } => (time.StartField, time.EndField) != (0, 3),
        _ => false,
    };

    /// <summary>Servers of 4.0 read the null as 0, an empty text, false.</summary>
    private static bool HasNull(object parts) => ((IEnumerable<Expression.Types.Literal>)parts).Any(part => part.Null is not null);

    /// <param name="Major">The first version that has it.</param>
    /// <param name="Minor">The first version that has it.</param>
    /// <param name="Name">What a user calls it.</param>
    /// <param name="When">Which values of the field ask for it; null: all but false and an empty list.</param>
    private sealed record Feature(int Major, int Minor, string Name, Func<object, bool>? When = null)
    {
        public bool IsIn(ServerVersion server) => server.IsAtLeast(Major, Minor);

        public bool IsAskedFor(object value) => When?.Invoke(value) ?? value is not (false or ICollection { Count: 0 });
    }
}
