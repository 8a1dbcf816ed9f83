using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>JSON files, an object a line, or under <c>multiLine</c> an object or an array of objects a file. Records become rows by <c>from_json</c>.</summary>
internal sealed class JsonSource : FileSource
{
    private readonly DuckDbSession _session;
    private readonly SourceOptions _options;

    private JsonSource(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType schema)
        : base(files)
    {
        (_session, _options) = (session, options);
        Schema = schema;
    }

    public override StructType Schema { get; }

    public static JsonSource Open(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType? schema) => new(
        session, files, options, schema ?? new JsonSchema(options).Infer(files.SelectMany(file => RecordsOf(file, options))));

    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var record = new BoundColumn(0, "record", new StringType(), IsNullable: false);
        var parsed = FunctionResolver.Resolve(
            "from_json", FunctionResolver.Rows("from_json"), [record, new BoundLiteral(Schema.ToDdl(), new StringType())]);
        var columns = Schema.Fields.Select((f, i) => $"struct_extract(parsed, {SqlText.Quote(f.Name)}) AS {SqlGenerator.NameOf(bindings[i])}").DefaultIfEmpty("1 AS none");
        return $"SELECT {string.Join(", ", columns)}{Metadata(bindings, "file")} FROM " +
            $"(SELECT {SqlGenerator.Of(parsed, _session.TimeZone)} AS parsed, file FROM " +
            $"(SELECT f0 AS {SqlGenerator.NameOf(record)}, CAST(f1 AS BIGINT) AS file FROM {_session.Feeds.Call(this, 2, Records)}))";
    }

    private IEnumerable<string?[]> Records()
    {
        for (var file = 0; file < Files.Count; file++)
        {
            var index = file.ToString(CultureInfo.InvariantCulture);
            foreach (var record in RecordsOf(Files[file], _options))
            {
                yield return [record, index];
            }
        }
    }

    private static IEnumerable<string> RecordsOf(string file, SourceOptions options) => options.Flag("multiLine")
        ? JsonDocuments.Split(TextFiles.Whole(file, options.Encoding()))
        : TextFiles.Lines(file, options.Encoding(), options.Get("lineSep")).Where(line => !string.IsNullOrWhiteSpace(line));
}
