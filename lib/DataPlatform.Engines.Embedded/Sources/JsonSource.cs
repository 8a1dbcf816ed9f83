using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>JSON files, an object a line, or under <c>multiLine</c> an object or an array of objects a file. Records become rows by <c>from_json</c>.</summary>
internal sealed class JsonSource : FileSource
{
    private static readonly string[] ValueOptions =
    [
        "dateFormat", "timestampFormat", "timestampNTZFormat", "timeZone", "columnNameOfCorruptRecord", "allowSingleQuotes", "allowUnquotedFieldNames", "allowComments",
    ];

    private readonly DuckDbSession _session;
    private readonly SourceOptions _options;

    private JsonSource(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType schema)
        : base(files)
    {
        (_session, _options) = (session, options);
        Schema = schema;
    }

    public override StructType Schema { get; }

    public static JsonSource Open(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType? schema, PartitionFolders partitions) => new(
        session, files, options, schema ?? new JsonColumns(options).Infer(files.SelectMany(file => RecordsOf(file, options))))
    {
        Partitions = partitions,
    };

    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var record = new BoundColumn(0, "record", new StringType(), IsNullable: false);
        var columns = Schema.Fields.Select((f, i) => $"struct_extract(parsed, {SqlText.Quote(f.Name)}) AS {SqlGenerator.NameOf(bindings[i])}").DefaultIfEmpty("1 AS none");
        return $"SELECT {string.Join(", ", columns)}{Metadata(bindings, "file")} FROM " +
            $"(SELECT {SqlGenerator.Of(Parsed(record), _session.TimeZone)} AS parsed, file FROM " +
            $"(SELECT f0 AS {SqlGenerator.NameOf(record)}, CAST(f1 AS BIGINT) AS file FROM {_session.Feeds.Call(this, 2, () => FeedRow.Of(2, Records()))})){Condition()}";
    }

    private string CorruptColumn => _options.Get("columnNameOfCorruptRecord") ?? "_corrupt_record";

    // What does not fit is told by the column for corrupt records, which is read along where the mode needs it.
    private BoundCall Parsed(BoundColumn record)
    {
        var fields = _options.ParseMode() == ParseMode.Permissive && Schema.Fields.Count > 0 || Schema.Find(CorruptColumn) is not null
            ? Schema
            : new StructType(Schema.Fields.Append(new StructField(CorruptColumn, new StringType())));
        var arguments = new List<BoundExpression> { record, new BoundLiteral(fields.ToDdl(), new StringType()) };
        var options = _options.Given(ValueOptions).SelectMany(o => new[] { o.Key, o.Value }).ToList();
        if (options.Count > 0)
        {
            arguments.Add(FunctionResolver.Resolve("map", FunctionResolver.Rows("map"), options.ConvertAll(text => (BoundExpression)new BoundLiteral(text, new StringType()))));
        }

        return FunctionResolver.Resolve("from_json", FunctionResolver.Rows("from_json"), arguments);
    }

    private string Condition()
    {
        var fits = $"struct_extract(parsed, {SqlText.Quote(CorruptColumn)}) IS NULL";
        return _options.ParseMode() switch
        {
            ParseMode.DropMalformed => $" WHERE {fits}",
            ParseMode.FailFast => $" WHERE CASE WHEN {fits} THEN true ELSE {SqlText.Fail("FAILED_READ_FILE.NO_HINT", "A record does not fit the schema. Read with mode PERMISSIVE to see it.")} END",
            _ => "",
        };
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
        : TextFiles.Lines(file, options.Encoding(), options.Get("lineSep")).Where(line => !string.IsNullOrWhiteSpace(line))
            .SelectMany(line => line.AsSpan().TrimStart() is ['[', ..] ? JsonDocuments.Split(line) : [line]);
}
