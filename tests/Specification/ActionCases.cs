using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>
/// Calls on sessions, catalogs, configurations and data frames whose answer is no data frame, under the names of the recorder's ActionCases.java, which asks Spark the same. What they answer is told as rows
/// of one text, in order.
/// </summary>
public sealed partial class ActionCases
{
    // The console is one for all tests of the process.
    private static readonly Lock Printing = new();

    private readonly Dictionary<string, Func<DataFrame>> _cases = new(StringComparer.Ordinal);
    private readonly SparkSession _spark;
    private readonly DataFrame _p;

    public ActionCases(SparkSession spark)
    {
        _spark = spark;
        _p = spark.Sql("SELECT * FROM VALUES ('x', 'p', 1, 1.5D), ('x', 'q', 2, 2.0D), ('y', 'p', 3, 0.25D), ('y', 'p', 4, 8.0D), ('z', NULL, 5, NULL) AS p(a, b, v, f)");
        Rows();
        Described();
        Kept();
        Views();
        Texts();
        Configured();
        Statistics();
        Local();
        Printed();
        Sessions();
    }

    public DataFrame Ask(string name) => _cases[name]();

    private DataFrame Told(params object?[] answers) => _spark.CreateDataFrame(answers.Select(Text)).ToDF("value");

    private static string Text(object? answer) => answer switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("F6", System.Globalization.CultureInfo.InvariantCulture),
        StorageLevel level => $"{Text(level.UseDisk)} {Text(level.UseMemory)} {Text(level.UseOffHeap)} {Text(level.Deserialized)} {level.Replication}",
        Row row => $"[{string.Join(",", row.Values.Select(Text))}]",
        _ => answer.ToString()!,
    };

    private void Rows()
    {
        _cases["rows.collect"] = () => Told([.. _p.OrderBy("v").Collect()]);
        _cases["rows.take"] = () => Told([.. _p.OrderBy(Col("v").Desc()).Take(2)]);
        _cases["rows.head"] = () => Told([.. _p.OrderBy("v").Head(2)]);
        _cases["rows.head_one"] = () => Told(_p.OrderBy(Desc("v")).Head());
        _cases["rows.first"] = () => Told(_p.OrderBy(DescNullsFirst("f")).First());
        _cases["rows.tail"] = () => Told([.. _p.OrderBy("v").Tail(2)]);
        _cases["rows.more_than_there_are"] = () => Told([.. _p.OrderBy("v").Take(99), .. _p.OrderBy("v").Tail(99)]);
        _cases["rows.none"] = () => Told(_p.Take(0).Count(), _p.Tail(0).Count(), _p.Limit(0).Collect().Count());
        _cases["rows.negative"] = () => Told([.. _p.Take(-1)]);
        _cases["rows.iterator"] = () => Told([.. _p.OrderBy("v").ToLocalIterator(), .. _p.OrderBy("v").ToLocalIterator(true)]);
        _cases["rows.count"] = () => Told(_p.Count(), _p.Filter("v > 9").Count(), _p.IsEmpty(), _p.Filter("v > 9").IsEmpty());
        _cases["rows.offset"] = () => Told([.. _p.OrderBy("v").Offset(3).Collect(), .. _p.OrderBy("v").Offset(1).Limit(1).Collect()]);
        _cases["rows.order_names"] = () => Told([.. _p.OrderBy(Asc("b"), AscNullsLast("f")).Collect(), .. _p.OrderBy(AscNullsFirst("f"), DescNullsLast("b")).Collect()]);
        _cases["rows.order_of_columns"] = () => Told([.. _p.OrderBy(Col("b").AscNullsFirst(), Col("v").DescNullsLast()).Collect(), .. _p.Sort(Col("a").Desc(), Col("v")).Collect()]);
        _cases["rows.sorted_within_partitions"] = () => Told([.. _p.Coalesce(1).SortWithinPartitions("b", "v").Collect(), .. _p.Coalesce(1).SortWithinPartitions(Col("v").Desc()).Collect()]);
    }

    private void Described()
    {
        _cases["described.columns"] = () => Told([.. _p.Columns()]);
        _cases["described.types"] = () => Told([.. _p.DTypes().Select(type => $"{type.Item1}: {type.Item2}")]);
        _cases["described.streaming"] = () => Told(_p.IsStreaming());
        _cases["described.local"] = () => Told(_spark.CreateDataFrame([1, 2]).IsLocal(), _spark.Range(3).IsLocal(), _spark.CreateDataFrame([1, 2]).Filter("_1 > 1").IsLocal());
        _cases["described.no_files"] = () => Told(_p.InputFiles().Count());
        _cases["described.transformed"] = () => Told([.. _p.Transform(rows => rows.Filter(_p["v"].Gt(4))).Collect()]);
    }

    private void Kept()
    {
        _cases["kept.not"] = () => Told(_spark.Range(901).StorageLevel());
        _cases["kept.cached"] = () => Told(Kept(_spark.Range(902), rows => rows.Cache()));
        _cases["kept.persisted"] = () => Told(Kept(_spark.Range(903), rows => rows.Persist()));
        _cases["kept.on_disk"] = () => Told(Kept(_spark.Range(904), rows => rows.Persist(StorageLevel.DISK_ONLY)));
        _cases["kept.other_frame_of_the_same_plan"] = () => Told(Kept(_spark.Range(905), _ => _spark.Range(905).Persist(StorageLevel.MEMORY_ONLY)));
        _cases["kept.local_checkpoint"] = () => Told([.. _p.Filter("v > 3").LocalCheckpoint().OrderBy("v").Collect(), .. _p.Filter("v > 4").LocalCheckpoint(false).Collect()]);
        _cases["kept.checkpoint"] = () => Told([.. _p.Filter("v > 3").Checkpoint().OrderBy("v").Collect(), .. _p.Filter("v > 4").Checkpoint(false).Collect()]);
    }

    private static object[] Kept(DataFrame rows, Func<DataFrame, DataFrame> keep)
    {
        var kept = keep(rows);
        var during = rows.StorageLevel();
        var count = kept.Count();
        kept.Unpersist(true);
        return [during, count, rows.StorageLevel()];
    }

    private void Views()
    {
        _cases["views.made"] = () =>
        {
            _p.CreateTempView("made");
            return Told(_spark.Catalog.TableExists("made"), _spark.Table("made").Count(), _spark.Catalog.DropTempView("made"), _spark.Catalog.DropTempView("made"), _spark.Catalog.TableExists("made"));
        };
        _cases["views.made_twice"] = () =>
        {
            _p.CreateTempView("twice");
            _p.CreateTempView("twice");
            return Told();
        };
        _cases["views.replaced"] = () =>
        {
            _p.CreateOrReplaceTempView("replaced");
            _p.Limit(2).CreateOrReplaceTempView("REPLACED");
            return Told(_spark.Table("replaced").Count(), _spark.Sql("SELECT * FROM Replaced").Count());
        };
        _cases["views.global"] = () =>
        {
            _p.CreateGlobalTempView("shared");
            _p.Limit(1).CreateOrReplaceGlobalTempView("shared");
            using var other = _spark.NewSession();
            return Told(other.Table("global_temp.shared").Count(), _spark.Catalog.TableExists("global_temp", "shared"), _spark.Catalog.DropGlobalTempView("shared"), _spark.Catalog.DropGlobalTempView("shared"));
        };
        _cases["views.global_made_twice"] = () =>
        {
            _p.CreateGlobalTempView("shared_twice");
            _p.CreateGlobalTempView("shared_twice");
            return Told();
        };
        _cases["views.global_without_its_database"] = () =>
        {
            _p.CreateOrReplaceGlobalTempView("elsewhere");
            return _spark.Table("elsewhere");
        };
        _cases["views.not_in_another_session"] = () =>
        {
            _p.CreateOrReplaceTempView("own");
            using var other = _spark.NewSession();
            return Told(other.Catalog.TableExists("own"), _spark.Catalog.TableExists("own"));
        };
        _cases["views.of_itself"] = () =>
        {
            _p.CreateOrReplaceTempView("itself");
            _spark.Table("itself").Filter("v > 2").CreateOrReplaceTempView("itself");
            return Told([.. _spark.Sql("SELECT v FROM itself ORDER BY v").Collect()]);
        };
        _cases["views.over_one_that_is_replaced"] = () =>
        {
            _p.CreateOrReplaceTempView("under");
            _spark.Sql("SELECT u.v FROM under u WHERE u.v > 2").CreateOrReplaceTempView("over");
            _spark.Range(1).CreateOrReplaceTempView("under");
            return Told([.. _spark.Sql("SELECT v FROM over ORDER BY v").Collect()]);
        };
        _cases["views.global_over_own"] = () =>
        {
            _p.Limit(1).CreateOrReplaceTempView("mine");
            _spark.Table("mine").CreateOrReplaceGlobalTempView("over_mine");
            using var other = _spark.NewSession();
            other.Range(99).CreateOrReplaceTempView("mine");
            return Told(other.Table("global_temp.over_mine").Count());
        };
        _cases["views.bad_name"] = () =>
        {
            _p.CreateTempView("a.b");
            return Told();
        };
        _cases["views.quoted_name"] = () =>
        {
            _p.CreateOrReplaceTempView("`a.b c`");
            return _spark.Sql("SELECT v FROM `a.b c` ORDER BY v LIMIT 2");
        };
        _cases["views.cached"] = () =>
        {
            _spark.Range(906).CreateOrReplaceTempView("cached");
            var catalog = _spark.Catalog;
            var before = catalog.IsCached("cached");
            catalog.CacheTable("cached");
            var during = catalog.IsCached("cached");
            catalog.UncacheTable("cached");
            var after = catalog.IsCached("cached");
            catalog.CacheTable("cached");
            catalog.RefreshTable("cached");
            var refreshed = catalog.IsCached("cached");
            catalog.ClearCache();
            return Told(before, during, after, refreshed, catalog.IsCached("cached"));
        };
        _cases["views.cached_unknown"] = () =>
        {
            _spark.Catalog.CacheTable("nope");
            return Told();
        };
    }

    private void Configured()
    {
        _cases["configured.set"] = () =>
        {
            var conf = _spark.Conf();
            conf.Set("spark.databricks.delta.schema.autoMerge.enabled", true);
            conf.Set("my.number", 7L);
            conf.Set("my.text", "word");
            var set = new object?[] { conf.Get("spark.databricks.delta.schema.autoMerge.enabled"), conf.Get("my.number"), conf.Get("my.text", "other") };
            conf.Unset("spark.databricks.delta.schema.autoMerge.enabled");
            conf.Unset("my.number");
            conf.Unset("my.text");
            return Told([.. set, conf.Get("spark.databricks.delta.schema.autoMerge.enabled"), conf.Get("my.number", "gone")]);
        };
        _cases["configured.unknown"] = () => Told(_spark.Conf().Get("my.unknown"));
        _cases["configured.bad_value"] = () =>
        {
            _spark.Conf().Set("spark.sql.ansi.enabled", "perhaps");
            return Told();
        };
        _cases["configured.modifiable"] = () => Told(_spark.Conf().IsModifiable("spark.sql.ansi.enabled"), _spark.Conf().IsModifiable("spark.sql.warehouse.dir"), _spark.Conf().IsModifiable("my.unknown"));
        _cases["configured.static"] = () =>
        {
            _spark.Conf().Set("spark.sql.warehouse.dir", "/tmp");
            return Told();
        };
        _cases["configured.in_another_session"] = () =>
        {
            _spark.Conf().Set("my.own", "1");
            using var other = _spark.NewSession();
            return Told(other.Conf().Get("my.own", "none"));
        };
    }

    private void Statistics()
    {
        _cases["statistics.of_two"] = () => Told(_p.Stat().Cov("v", "f"), _p.Stat().Corr("v", "f"), _p.Stat().Corr("v", "f", "pearson"));
        _cases["statistics.of_text"] = () => Told(_p.Stat().Cov("v", "a"));
        _cases["statistics.other_method"] = () => Told(_p.Stat().Corr("v", "f", "spearman"));
        _cases["statistics.quantiles"] = () => Told([.. _p.Stat().ApproxQuantile("v", [0.0, 0.25, 0.5, 1.0], 0.0).Cast<object>()]);
        _cases["statistics.quantile_out_of_range"] = () => Told([.. _p.Stat().ApproxQuantile("v", [1.5], 0.0).Cast<object>()]);
        _cases["statistics.quantile_of_text"] = () => Told([.. _p.Stat().ApproxQuantile("a", [0.5], 0.0).Cast<object>()]);
        _cases["statistics.sample_of_all"] = () => Told(_p.Sample(1.0).Count(), _p.Sample(0.0, false, 7).Count());
        _cases["statistics.sample_by"] = () => Told([.. _p.Stat().SampleBy("a", new Dictionary<string, double> { ["x"] = 1.0 }, 7).OrderBy("v").Collect(), .. _p.Stat().SampleBy(Col("a"), new Dictionary<string, double> { ["z"] = 1.0, ["x"] = 0.0 }, 7).OrderBy("v").Collect()]);
        _cases["statistics.split"] = () =>
        {
            var parts = _p.RandomSplit([1, 2], 7);
            return Told([parts.Length, .. parts[0].Union(parts[1]).OrderBy("v").Collect()]);
        };
    }

    private void Local()
    {
        _cases["local.ints"] = () => _spark.CreateDataFrame([3, 1, 2]);
        _cases["local.ints_and_nulls"] = () => _spark.CreateDataFrame(new int?[] { 3, null });
        _cases["local.texts"] = () => _spark.CreateDataFrame(["x", null!, ""]);
        _cases["local.doubles"] = () => _spark.CreateDataFrame([1.5, double.NaN, -0.0]);
        _cases["local.doubles_and_nulls"] = () => _spark.CreateDataFrame(new double?[] { 1.5, null });
        _cases["local.booleans"] = () => _spark.CreateDataFrame([true, false]);
        _cases["local.booleans_and_nulls"] = () => _spark.CreateDataFrame(new bool?[] { true, null });
        _cases["local.days"] = () => _spark.CreateDataFrame([new Date(2024, 2, 29), new Date(1582, 10, 15)]);
        _cases["local.instants"] = () => _spark.CreateDataFrame([new Timestamp(new DateTime(2024, 2, 29, 13, 14, 15, DateTimeKind.Utc))]);
        _cases["local.rows"] = () => _spark.CreateDataFrame(
            [new GenericRow([1, "a", new[] { 1.5, 2.5 }]), new GenericRow([2, null, null])],
            new StructType([new("i", new IntegerType(), false), new("s", new StringType()), new("d", new ArrayType(new DoubleType(), false))]));
        _cases["local.no_rows"] = () => _spark.CreateDataFrame([], new StructType([new("i", new IntegerType(), false)]));
        _cases["local.range_in_parts"] = () => _spark.Range(0, 7, 3, 2);
    }

    private void Printed()
    {
        var wide = _spark.Sql("SELECT 'a text that is longer than twenty characters' AS text, array(1, NULL) AS a, 1.50 AS d, X'CAFE' AS x, TIMESTAMP'2024-02-29 13:14:15.5' AS ts UNION ALL SELECT 'é€😀', NULL, NULL, NULL, NULL");
        var nested = _spark.Sql("SELECT 1 AS i, named_struct('x', array(named_struct('y', 1.5)), 'm', map('k', DATE'2024-02-29')) AS r");
        _cases["printed.rows"] = () => Told(Text(() => _p.OrderBy("v").Show()));
        _cases["printed.some_rows"] = () => Told(Text(() => _p.OrderBy("v").Show(2)));
        _cases["printed.wide"] = () => Told(Text(() => wide.Show()));
        _cases["printed.whole"] = () => Told(Text(() => wide.Show(20, 0)));
        _cases["printed.cut"] = () => Told(Text(() => wide.Show(1, 3)));
        _cases["printed.vertical"] = () => Told(Text(() => wide.Show(20, 20, true)));
        _cases["printed.no_rows"] = () => Told(Text(() => _p.Limit(0).Show()));
        _cases["printed.schema"] = () => Told(Text(() => nested.PrintSchema()));
        _cases["printed.schema_to_a_depth"] = () => Told(Text(() => nested.PrintSchema(2)));
    }

    private static string Text(Action print)
    {
        lock (Printing)
        {
            var before = Console.Out;
            using var text = new StringWriter { NewLine = "\n" };
            Console.SetOut(text);
            try
            {
                print();
            }
            finally
            {
                Console.SetOut(before);
            }

            return text.ToString();
        }
    }

    private void Sessions()
    {
        _cases["sessions.version"] = () => Told(_spark.Version(), _spark.SparkContext.Version);
        _cases["sessions.context"] = () =>
        {
            _spark.SparkContext.SetLogLevel("ERROR");
            return Told(_spark.SparkContext.AppName == _spark.Conf().Get("spark.app.name"), _spark.SparkContext.Master == _spark.Conf().Get("spark.master"));
        };
        _cases["sessions.active"] = () =>
        {
            SparkSession.SetActiveSession(_spark);
            var active = new object[] { SparkSession.Active() == _spark, SparkSession.GetActiveSession() == _spark };
            SparkSession.ClearActiveSession();
            return Told([.. active, SparkSession.GetActiveSession() is null]);
        };
    }
}
