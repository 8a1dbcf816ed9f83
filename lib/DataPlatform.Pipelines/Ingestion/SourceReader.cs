using System.Globalization;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads landed files of one format as text columns.</summary>
internal abstract class SourceReader(RunContext run, FileSource source, LandingFolder landing)
{
    /// <summary>The column with the text of a row that is not well formed; null in all others.</summary>
    public const string CorruptRecord = "_corrupt_record";

    /// <summary>The column with the file that a row was read from, as a URI.</summary>
    protected const string InputFile = "__input_file";

    private const string FilePath = "__file_path";

    private static readonly StructType FileSchema = StructType.FromDdl(
        $"{FilePath} STRING, {DeliveryColumns.SourceFile} STRING, {DeliveryColumns.SourceModifiedAt} TIMESTAMP, {DeliveryColumns.DeliveryDate} DATE");

    protected FileSource Source => source;

    protected LandingFolder Landing => landing;

    public static SourceReader Of(RunContext run, FileSource source, LandingFolder landing) => source.Format switch
    {
        FileFormat.Csv => new CsvSourceReader(run, source, landing),
        FileFormat.JsonLines => new JsonSourceReader(run, source, landing),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Format, "No file format."),
    };

    /// <summary>Reads the files.</summary>
    /// <exception cref="DataRefusedException">A file is not what its name says, lacks a column, or has one too many under a policy that refuses it.</exception>
    public SourceRows Read(IReadOnlyList<LandedFile> files)
    {
        var (rows, columns) = ReadText(files);
        return new SourceRows(WithFiles(rows, files), columns);
    }

    /// <summary>The rows with the delivered columns, <see cref="CorruptRecord"/>, <see cref="InputFile"/>, and nothing else.</summary>
    protected abstract (DataFrame Rows, IReadOnlyList<string> Columns) ReadText(IReadOnlyList<LandedFile> files);

    /// <summary>A reader with the source's options.</summary>
    protected DataFrameReader Reader(string format)
    {
        var reader = run.Spark.Read().Format(format).Option("mode", "PERMISSIVE").Option("columnNameOfCorruptRecord", CorruptRecord);
        foreach (var (key, value) in source.Options)
        {
            reader.Option(key, value);
        }

        return reader;
    }

    /// <summary>Loads files, and notes for each row which file it is from.</summary>
    protected DataFrame Load(DataFrameReader reader, IEnumerable<LandedFile> files) =>
        reader.Load([.. files.Select(file => landing.FullPath(file.Path))]).WithColumn(InputFile, InputFileName());

    /// <summary>Refuses columns that are missing or that nobody expects, by the source's policy.</summary>
    protected void CheckColumns(string file, IReadOnlyList<string> columns)
    {
        var extra = columns.Where(column => !source.Columns.Any(known => known.Name == column)).ToList();
        if (extra.Find(column => column.StartsWith("__", StringComparison.Ordinal) || column == CorruptRecord || DeliveryColumns.All.Contains(column)) is { } reserved)
        {
            throw PipelineErrors.ReservedColumn(file, reserved);
        }

        if (source.Columns.FirstOrDefault(column => !column.IsOptional && !columns.Contains(column.Name)) is { } missing)
        {
            throw PipelineErrors.MissingColumn(file, missing.Name, extra);
        }

        if (extra.Count > 0 && source.NewColumns == NewColumnPolicy.Fail)
        {
            throw PipelineErrors.NewColumn(file, extra[0], source.Name);
        }
    }

    private DataFrame WithFiles(DataFrame rows, IReadOnlyList<LandedFile> files)
    {
        var known = run.Spark.CreateDataFrame(
            files.Select(file => new GenericRow([Uri(file), file.Path, Instants.Of(file.ModifiedAt), Instants.Of(file.DeliveryDate)])).ToList(), FileSchema);
        return rows.Join(known, Col(InputFile) == Col(FilePath)).Drop(InputFile, FilePath);
    }

    /// <summary>A file as <c>input_file_name()</c> names it.</summary>
    private string Uri(LandedFile file)
    {
        var path = landing.FullPath(file.Path).Replace(Path.DirectorySeparatorChar, '/').TrimStart('/');
        return string.Create(CultureInfo.InvariantCulture, $"file:///{string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString))}");
    }
}
