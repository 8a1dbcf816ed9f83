using System.Globalization;
using System.Text;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Files as lines: one text column, a row a line, or a row a file under <c>wholetext</c>.</summary>
internal sealed class TextSource(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType? schema) : FileSource(files)
{
    public override StructType Schema { get; } = schema ?? new StructType([new StructField("value", new StringType())]);

    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings) =>
        $"SELECT f0 AS {SqlGenerator.NameOf(bindings[0])}{Metadata(bindings, "CAST(f1 AS BIGINT)")} FROM {session.Feeds.Call(this, 2, Rows)}";

    private IEnumerable<FeedRow> Rows()
    {
        var (encoding, separator, whole) = (options.Encoding(), options.Get("lineSep"), options.Flag("wholetext"));
        var row = new FeedRow(2);
        for (var file = 0; file < Files.Count; file++)
        {
            var index = file.ToString(CultureInfo.InvariantCulture);
            using var lines = whole || separator is not null || encoding is not UTF8Encoding ? null : Utf8Lines.TryOpen(Files[file]);
            if (lines is null)
            {
                foreach (var line in whole ? [TextFiles.Whole(Files[file], encoding)] : TextFiles.Lines(Files[file], encoding, separator))
                {
                    row.SetAll([line, index]);
                    yield return row;
                }

                continue;
            }

            while (lines.Read())
            {
                row.Clear();
                lines.CopyTo(row, 0);
                row.Set(1, index);
                yield return row;
            }
        }
    }
}
