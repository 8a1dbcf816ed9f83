using DataPlatform.Engines.SparkConnect.Protos;
using Google.Protobuf.Reflection;

namespace DataPlatform.Engines.SparkConnect.Tests;

/// <summary>The <c>.proto</c> files against the list of what Spark 4.2 sends and takes, machine learning left out.</summary>
public sealed class ProtocolTests
{
    private static readonly FileDescriptor[] s_files =
    [
        BaseReflection.Descriptor, CatalogReflection.Descriptor, CommandsReflection.Descriptor, CommonReflection.Descriptor,
        ExpressionsReflection.Descriptor, PipelinesReflection.Descriptor, RelationsReflection.Descriptor, TypesReflection.Descriptor,
    ];

    [Fact]
    public void Protos_areThoseOfSpark()
    {
        var expected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "spark-connect-protocol.tsv"))
            .Skip(1).Select(line => line.Split('\t'))
            .Where(row => row[3].Length > 0)
            .Select(row => row[1] == "rpc"
                ? $"rpc {row[3]}: {(row[6].StartsWith("client", StringComparison.Ordinal) ? "stream " : "")}{row[5].Replace(" -> ", row[6].StartsWith("server", StringComparison.Ordinal) ? " -> stream " : " -> ", StringComparison.Ordinal)}"
                : $"{row[1]} {row[2]}.{row[3]} = {row[4]}{(row[1] == "enum" ? "" : $": {Label(row)}{LastName(row[5])}{(row[7].Length > 0 ? $" of {row[7]}" : "")}")}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), s_files.SelectMany(Lines).Order(StringComparer.Ordinal));
    }

    private static string Label(string[] row) => row[6] == "map" || row[6].Length == 0 ? "" : row[6] + " ";

    // A type may be written with or without the messages around it.
    private static string LastName(string type)
    {
        if (type.StartsWith("map<", StringComparison.Ordinal))
        {
            return $"map<{string.Join(",", type[4..^1].Split(',').Select(part => LastName(part.Trim())))}>";
        }

        var name = type.StartsWith("enum ", StringComparison.Ordinal) ? type[5..] : type;
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static IEnumerable<string> Lines(FileDescriptor file) =>
        [.. file.MessageTypes.SelectMany(Lines), .. file.EnumTypes.SelectMany(Lines), .. file.Services.SelectMany(service => service.Methods.Select(Line))];

    private static IEnumerable<string> Lines(MessageDescriptor message) => message.IsMapEntry
        ? []
        : [.. message.Fields.InDeclarationOrder().Select(Line), .. message.NestedTypes.SelectMany(Lines), .. message.EnumTypes.SelectMany(Lines)];

    private static IEnumerable<string> Lines(EnumDescriptor type) =>
        type.Values.Select(value => $"enum {Name(type.FullName)}.{value.Name} = {value.Number}");

    private static string Line(MethodDescriptor method) =>
        $"rpc {method.Name}: {(method.IsClientStreaming ? "stream " : "")}{method.InputType.Name} -> {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.Name}";

    private static string Line(FieldDescriptor field) =>
        $"message {Name(field.ContainingType.FullName)}.{field.Name} = {field.FieldNumber}: {Label(field)}{TypeName(field)}"
        + (field.RealContainingOneof is { } choice ? $" of {choice.Name}" : "");

    private static string Label(FieldDescriptor field) =>
        field.IsMap ? "" : field.IsRepeated ? "repeated " : field.ContainingOneof is { IsSynthetic: true } ? "optional " : "";

    private static string TypeName(FieldDescriptor field) => field switch
    {
        { IsMap: true } => $"map<{TypeName(field.MessageType.FindFieldByNumber(1))},{TypeName(field.MessageType.FindFieldByNumber(2))}>",
        { FieldType: FieldType.Message } => field.MessageType.Name,
        { FieldType: FieldType.Enum } => field.EnumType.Name,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    private static string Name(string fullName) => fullName["spark.connect.".Length..];
}
