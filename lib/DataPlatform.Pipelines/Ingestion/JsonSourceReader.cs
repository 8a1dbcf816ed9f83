using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads JSON lines. Columns are the keys of the objects; a value that is no text is kept as its JSON text.</summary>
internal sealed class JsonSourceReader(RunContext run, FileSource source, LandingFolder landing) : SourceReader(run, source, landing)
{
    protected override (DataFrame Rows, IReadOnlyList<string> Columns) ReadText(IReadOnlyList<LandedFile> files)
    {
        foreach (var file in files)
        {
            SourceFileHead.CheckJsonLines(Landing.FullPath(file.Path), file.Path);
        }

        var rows = Load(Reader("json").Option("primitivesAsString", true), files);
        var found = rows.Columns().Where(column => column is not (CorruptRecord or InputFile)).ToList();
        var where = files.Count == 1 ? files[0].Path : $"{files[0].Path}' or one of {files.Count - 1} delivered with it, '{files[^1].Path}";
        CheckColumns(where, found);
        return (rows.Columns().Contains(CorruptRecord) ? rows : rows.WithColumn(CorruptRecord, Expr("CAST(NULL AS STRING)")), found);
    }
}
