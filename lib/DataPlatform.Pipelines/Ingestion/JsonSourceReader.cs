using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads JSON lines. Columns are the keys of the objects; a value that is no text is kept as Spark reads it as text: whole numbers and decimals with their digits. Blank lines are passed over.</summary>
internal sealed class JsonSourceReader(RunContext run, FileSource source, LandingFolder landing) : SourceReader(run, source, landing)
{
    private const string Line = "value";
    private const string Record = "__record";
    private const string Keys = $"json_object_keys({Line})";

    protected override (DataFrame Rows, IReadOnlyList<string> Columns) ReadText(IReadOnlyList<LandedFile> files)
    {
        foreach (var file in files)
        {
            SourceFileHead.CheckJsonLines(Landing.FullPath(file.Path), file.Path);
        }

        var lines = Load(Reader("text"), files).Filter($"trim({Line}) <> ''");
        var found = lines.Select(Expr(Keys).As("keys")).Distinct().Select(Explode(Col("keys")).As("key")).Distinct().Collect().Select(row => row.GetAs<string>(0)).ToHashSet();
        var columns = Source.Columns.Select(column => column.Name).Where(found.Contains).Concat(found.Except(Source.Columns.Select(column => column.Name)).Order(StringComparer.Ordinal)).ToList();
        CheckColumns(files.Count == 1 ? files[0].Path : $"{files[0].Path}' or one of {files.Count - 1} delivered with it, '{files[^1].Path}", columns);

        var ddl = string.Join(", ", columns.Append(CorruptRecord).Select(column => $"{Sql.Name(column)} STRING"));
        var rows = lines
            .WithColumn(Record, Expr($"from_json({Line}, {Sql.Text(ddl)})"))
            .Select(
            [
                .. columns.Append(CorruptRecord).Select(column => Col($"{Record}.{Sql.Name(column)}").As(column)),
                Col(InputFile),
            ]);
        return (rows, columns);
    }
}
