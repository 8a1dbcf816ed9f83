using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Specification;

public sealed partial class StorageCases
{
    /// <summary>The ways to say what is read and written, and how.</summary>
    private void Interfaces()
    {
        _cases["readers.load_paths"] = folder =>
        {
            Text(folder, "t/1.csv", "1\n");
            Text(folder, "t/2.csv", "2\n");
            return _spark.Read().Format("csv").Load(At(folder, "t/1.csv"), At(folder, "t/2.csv"));
        };
        _cases["readers.path_as_option"] = folder =>
        {
            Text(folder, "t/1.csv", "1\n");
            return _spark.Read().Format("csv").Option("path", At(folder, "t")).Load();
        };
        _cases["readers.options"] = folder =>
        {
            Text(folder, "t/1.csv", "a;b\n1;x\n");
            return _spark.Read().Options(new() { ["sep"] = ";", ["header"] = "true" }).Option("maxColumns", 5L).Option("samplingRatio", 1.0).Csv(At(folder, "t"));
        };
        _cases["readers.schema_of_types"] = folder =>
        {
            Text(folder, "t/1.csv", "1,x\n");
            return _spark.Read().Schema(new StructType([new("n", new LongType()), new("s", new StringType())])).Csv(At(folder, "t"));
        };
        _cases["readers.text"] = folder =>
        {
            Text(folder, "t/1.txt", "a b\n\nc");
            return _spark.Read().Text(At(folder, "t"));
        };
        _cases["readers.input_files"] = folder =>
        {
            Text(folder, "t/1.csv", "1\n");
            Text(folder, "t/2.csv", "2\n");
            return _spark.CreateDataFrame(_spark.Read().Csv(At(folder, "t")).InputFiles().Select(file => Path.GetFileName(file)!).Order()).ToDF("value");
        };
        _cases["writers.text"] = folder =>
        {
            _p.Select("s").Write().Text(At(folder, "t"));
            return _spark.Read().Text(At(folder, "t"));
        };
        _cases["writers.text_of_two_columns"] = folder =>
        {
            _p.Select("s", "n").Write().Text(At(folder, "t"));
            return _spark.Read().Text(At(folder, "t"));
        };
        _cases["writers.options"] = folder =>
        {
            _p.Write().Options(new() { ["sep"] = ";" }).Option("header", true).Option("nullValue", "-").Option("ratio", 0.5).Option("count", 7L).Csv(At(folder, "t"));
            return _spark.Read().Text(At(folder, "t"));
        };
        _cases["writers.mode_of_enumeration"] = folder =>
        {
            _p.Write().Json(At(folder, "t"));
            _p.Limit(1).Write().Mode(SaveMode.Overwrite).Format("json").Option("path", At(folder, "t")).Save();
            return _spark.Read().Text(At(folder, "t"));
        };
        _cases["writers.without_path"] = folder =>
        {
            _p.Write().Format("json").Save();
            return _p;
        };
    }
}
