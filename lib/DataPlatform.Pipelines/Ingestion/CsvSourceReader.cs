using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>Reads CSV files. Columns are found by the names in each file's first line, wherever they stand in it.</summary>
internal sealed class CsvSourceReader(RunContext run, FileSource source, LandingFolder landing) : SourceReader(run, source, landing)
{
    private const char DefaultSeparator = ',';

    protected override (DataFrame Rows, IReadOnlyList<string> Columns) ReadText(IReadOnlyList<LandedFile> files)
    {
        var byHeader = new Dictionary<string, (IReadOnlyList<string> Columns, List<LandedFile> Files)>();
        foreach (var file in files)
        {
            var columns = SourceFileHead.CsvColumns(Landing.FullPath(file.Path), file.Path, Separator());
            CheckColumns(file.Path, columns);
            if (!byHeader.TryGetValue(string.Join('\n', columns), out var group))
            {
                byHeader.Add(string.Join('\n', columns), group = (columns, []));
            }

            group.Files.Add(file);
        }

        var all = byHeader.Values.SelectMany(group => group.Columns).Distinct().ToList();
        return (byHeader.Values.Select(group => ReadGroup(group.Columns, group.Files)).Aggregate((rows, more) => rows.UnionByName(more, allowMissingColumns: true)), all);
    }

    private DataFrame ReadGroup(IReadOnlyList<string> columns, List<LandedFile> files)
    {
        var schema = new StructType(columns.Append(CorruptRecord).Select(column => new StructField(column, new StringType())));
        return Load(Reader("csv").Option("header", true).Schema(schema), files);
    }

    private char Separator() =>
        Source.Options.Where(option => string.Equals(option.Key, "sep", StringComparison.OrdinalIgnoreCase)).Select(option => option.Value[0]).FirstOrDefault(DefaultSeparator);
}
