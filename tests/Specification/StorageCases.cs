using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>Writes files and reads them again, under the names of the recorder's StorageCases.java, which asks Spark the same.</summary>
public sealed partial class StorageCases
{
    private readonly Dictionary<string, Func<string, DataFrame>> _cases = new(StringComparer.Ordinal);
    private readonly SparkSession _spark;
    private readonly DataFrame _all;
    private readonly DataFrame _p;

    public StorageCases(SparkSession spark)
    {
        _spark = spark;
        _all = spark.Sql("SELECT * FROM VALUES (true, 1Y, 2S, 3, 4L, 1.5F, 2.5D, 1.50, 'é', X'CAFE', DATE'2024-02-29', TIMESTAMP'2024-02-29 13:14:15.123456', TIMESTAMP_NTZ'2024-02-29 13:14:15', array(1, NULL), map('k', 1), named_struct('x', 1, 'y', NULL)), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) AS t(b, i1, i2, i4, i8, f4, f8, d, s, x, dt, ts, n, a, m, r)")
            .WithColumn("r", Expr("CAST(r AS STRUCT<x: INT, y: STRING>)"));
        _p = spark.Sql("SELECT * FROM VALUES (1, 'a', 10, DATE'2024-01-01'), (2, 'b c', 20, DATE'2024-01-02'), (3, NULL, 30, NULL), (4, 'x/y=z', 10, DATE'2024-01-01'), (5, '', NULL, NULL) AS p(id, s, n, d)");
        RoundTrips();
        Modes();
        Partitions();
        PartitionTypes();
        Schemas();
        Files();
        Interfaces();
    }

    /// <summary>Asks one case inside a folder of its own.</summary>
    public DataFrame Ask(string name, string folder) => _cases[name](folder);

    private void RoundTrips()
    {
        _cases["round_trip.parquet"] = folder =>
        {
            _all.Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
        _cases["round_trip.parquet_not_null"] = folder =>
        {
            _spark.Range(2).Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
        _cases["round_trip.json"] = folder =>
        {
            _all.Drop("x").Write().Json(At(folder, "t"));
            return _spark.Read().Json(At(folder, "t"));
        };
        _cases["round_trip.json_with_schema"] = folder =>
        {
            _all.Write().Json(At(folder, "t"));
            return _spark.Read().Schema(_all.Schema()).Json(At(folder, "t"));
        };
        _cases["round_trip.csv_with_schema"] = folder =>
        {
            var flat = _all.Drop("a", "m", "r", "x");
            flat.Write().Option("header", true).Csv(At(folder, "t"));
            return _spark.Read().Option("header", true).Schema(flat.Schema()).Csv(At(folder, "t"));
        };
        _cases["round_trip.compressed"] = folder =>
        {
            _p.Write().Option("compression", "gzip").Csv(At(folder, "t"));
            return _spark.Read().Csv(At(folder, "t"));
        };
        _cases["round_trip.no_rows"] = folder =>
        {
            _p.Filter("false").Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
        _cases["round_trip.awkward_names"] = folder =>
        {
            _spark.Sql("SELECT 1 AS `a b`, 2 AS `c.d`, 3 AS `é,;{}()=`").Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
        _cases["round_trip.same_name_twice"] = folder =>
        {
            _spark.Sql("SELECT 1 AS a, 2 AS A").Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
    }

    private void Modes()
    {
        foreach (var mode in new[] { "append", "overwrite", "ignore", "error", "errorifexists", "default", "sideways" })
        {
            _cases["mode." + mode] = folder =>
            {
                _spark.Range(2).Write().Parquet(At(folder, "t"));
                _spark.Range(5, 7).Write().Mode(mode).Parquet(At(folder, "t"));
                return _spark.Read().Parquet(At(folder, "t"));
            };
        }

        _cases["mode.none"] = folder =>
        {
            _spark.Range(2).Write().Parquet(At(folder, "t"));
            _spark.Range(5, 7).Write().Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
    }

    private static string At(string folder, string name) => Path.Combine(folder, name);

    private static void Text(string folder, string name, string content)
    {
        var file = At(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
