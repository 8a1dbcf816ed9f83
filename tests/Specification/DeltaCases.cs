using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>Changes of a Delta table, under the names of the recorder's DeltaCases.java, which asks Spark the same.</summary>
public sealed partial class DeltaCases
{
    private readonly Dictionary<string, Func<string, DataFrame>> _cases = new(StringComparer.Ordinal);
    private readonly SparkSession _spark;
    private readonly DataFrame _base;
    private readonly DataFrame _source;

    public DeltaCases(SparkSession spark)
    {
        _spark = spark;
        _base = spark.Sql("SELECT * FROM VALUES (1, 'a', 10), (2, 'b', 20), (3, 'c', 30), (NULL, 'n', NULL) AS t(k, s, v)");
        _source = spark.Sql("SELECT * FROM VALUES (2, 'B', 200), (4, 'D', 400), (NULL, 'N', 0) AS t(k, s, v)");
        Writes();
        WritesToTables();
        Schemas();
        Changes();
        Merges();
        Reads();
    }

    /// <summary>Asks one case about the table at a path where nothing is yet.</summary>
    public DataFrame Ask(string name, string path) => _cases[name](path);

    /// <summary>A case on a fresh table with the base rows as version 0.</summary>
    private void On(string name, Func<string, DataFrame> call) => _cases[name] = path =>
    {
        _base.Write().Format("delta").Save(path);
        return call(path);
    };

    private void After(string name, Action<string> change) => On(name, path =>
    {
        change(path);
        return Read(path);
    });

    private DataFrame Read(string path) => _spark.Read().Format("delta").Load(path);

    private DataFrameWriter Write(string query, string mode) => _spark.Sql(query).Write().Format("delta").Mode(mode);

    private void Writes()
    {
        On("write.create", Read);
        After("write.append", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").Save(path));
        After("write.append_other_order", path => Write("SELECT 90 AS v, 'z' AS s, 9 AS k", "append").Save(path));
        After("write.append_other_case", path => Write("SELECT 9 AS K, 'z' AS S, 90 AS V", "append").Save(path));
        After("write.append_fewer_columns", path => Write("SELECT 9 AS k", "append").Save(path));
        After("write.append_narrower_type", path => Write("SELECT 9Y AS k, 'z' AS s, 90S AS v", "append").Save(path));
        After("write.append_wider_type_that_fits", path => Write("SELECT 9L AS k", "append").Save(path));
        After("write.append_wider_type_that_overflows", path => Write("SELECT 3000000000 AS k", "append").Save(path));
        After("write.append_text_into_number", path => Write("SELECT '9' AS k", "append").Save(path));
        After("write.append_number_into_text", path => Write("SELECT 9 AS s", "append").Save(path));
        After("write.overwrite", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "overwrite").Save(path));
        After("write.ignore", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "ignore").Save(path));
        After("write.error", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "errorifexists").Save(path));
        After("write.no_rows", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v WHERE false", "overwrite").Save(path));
        After("write.replace_where", path => Write("SELECT 2 AS k, 'new' AS s, 21 AS v", "overwrite").Option("replaceWhere", "k = 2").Save(path));
        After("write.replace_where_outside", path => Write("SELECT 5 AS k, 'new' AS s, 21 AS v", "overwrite").Option("replaceWhere", "k = 2").Save(path));
        After("write.replace_where_with_other_schema", path => Write("SELECT 'new' AS s, 2 AS k", "overwrite").Option("replaceWhere", "k = 2").Option("overwriteSchema", true).Save(path));
        After("write.partitioned_otherwise", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").PartitionBy("k").Save(path));
        After("write.mode_of_enumeration", path => _source.Write().Format("delta").Mode(SaveMode.Append).Save(path));
        After("write.options", path => _source.WithColumn("w", Lit(1)).Write().Format("delta").Mode(SaveMode.Overwrite).Options(new() { ["replaceWhere"] = "k >= 2 OR k IS NULL", ["mergeSchema"] = "true" }).Save(path));
        After("write.path_as_option", path => _source.Write().Format("delta").Mode("append").Option("path", path).Save());
        After("write.into_table_of_path", path => _source.Write().Format("delta").Mode("append").SaveAsTable(Named(path)));
        After("write.insert_too_few", path => _spark.Sql("SELECT 9 AS k").Write().InsertInto(Named(path)));
        After("write.insert_too_many", path => _spark.Sql("SELECT 9 AS k, 'z' AS s, 90 AS v, 1 AS w").Write().InsertInto(Named(path)));
        foreach (var verb in new[] { "INTO", "OVERWRITE" })
        {
            _cases["write.insert_" + verb.ToLowerInvariant() + "_nothing_there"] = path => _spark.Sql($"INSERT {verb} {Named(path)} VALUES (1, 'a')");
        }

        _cases["write.partitioned_by_mark_of_null"] = path =>
        {
            _spark.Sql("SELECT * FROM VALUES (1, '__HIVE_DEFAULT_PARTITION__'), (2, NULL), (3, ''), (4, 'a') AS t(id, p)").Write().Format("delta").PartitionBy("p").Save(path);
            return Read(path);
        };
        After("write.insert_by_position", path => _spark.Sql("SELECT 9 AS s, 'z' AS k, 90 AS other").Write().InsertInto(Named(path)));
        _cases["write.partitioned"] = path =>
        {
            _base.Write().Format("delta").PartitionBy("k").Save(path);
            return Read(path);
        };
        _cases["write.dynamic_partition_overwrite"] = path =>
        {
            _base.Write().Format("delta").PartitionBy("k").Save(path);
            Write("SELECT 2 AS k, 'new' AS s, 21 AS v", "overwrite").Option("partitionOverwriteMode", "dynamic").Save(path);
            return Read(path);
        };
        _cases["write.append_to_nothing"] = path =>
        {
            Write("SELECT 1 AS a", "append").Save(path);
            return Read(path);
        };
    }

    private void Schemas()
    {
        After("schema.new_column", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v, 1.5 AS w", "append").Save(path));
        After("schema.new_column_merged", path => Write("SELECT 9 AS k, 'z' AS s, 90 AS v, 1.5 AS w", "append").Option("mergeSchema", true).Save(path));
        After("schema.merged_other_type", path => Write("SELECT 'x' AS k, 'z' AS s, 90 AS v", "append").Option("mergeSchema", true).Save(path));
        After("schema.overwritten", path => Write("SELECT 'x' AS k, true AS b", "overwrite").Option("overwriteSchema", true).Save(path));
        After("schema.overwrite_without_option", path => Write("SELECT 'x' AS k, true AS b", "overwrite").Save(path));
        After("schema.overwrite_merged", path => Write("SELECT 9 AS k, 1.5 AS w", "overwrite").Option("mergeSchema", true).Save(path));
        After("schema.same_name_twice", path => Write("SELECT 9 AS k, 8 AS K", "append").Save(path));
        After("schema.void_column", path => Write("SELECT 9 AS k, NULL AS w", "append").Option("mergeSchema", true).Save(path));
        _cases["schema.spaces_in_name"] = path =>
        {
            Write("SELECT 1 AS `a b`", "append").Save(path);
            return Read(path);
        };
        _cases["schema.not_null_is_lost"] = path =>
        {
            _spark.Range(1).Write().Format("delta").Save(path);
            return Read(path);
        };
        _cases["schema.all_types"] = path =>
        {
            Write("SELECT true AS b, 1Y AS i1, 2S AS i2, 3 AS i4, 4L AS i8, 1.5F AS f4, 2.5D AS f8, 1.50 AS d, 'é' AS s, X'CAFE' AS x, DATE'2024-02-29' AS dt, TIMESTAMP'2024-02-29 13:14:15.123456' AS ts, array(1, NULL) AS a, map('k', 1) AS m, named_struct('x', 1, 'y', 'p') AS r", "append").Save(path);
            return Read(path);
        };
        _cases["schema.nested_merged"] = path =>
        {
            Write("SELECT named_struct('a', 1) AS r", "append").Save(path);
            Write("SELECT named_struct('a', 2, 'b', 'x') AS r", "append").Option("mergeSchema", true).Save(path);
            return Read(path);
        };
    }

    private void Changes()
    {
        After("delete.where", path => At(path).Delete("k = 2"));
        After("delete.null_is_not_true", path => At(path).Delete("k <> 2"));
        After("delete.all", path => At(path).Delete());
        After("delete.nothing", path => At(path).Delete("k = 99"));
        After("delete.unknown_column", path => At(path).Delete("nope = 1"));
        After("delete.query", path => At(path).Delete("k = (SELECT 2)"));
        After("update.query", path => At(path).UpdateExpr("EXISTS (SELECT 1)", new Dictionary<string, string> { ["v"] = "0" }));
        After("update.value_of_query", path => At(path).UpdateExpr("k = 2", new Dictionary<string, string> { ["v"] = "(SELECT 7)" }));
        After("update.value_of_query_of_row", path => At(path).UpdateExpr("k = 2", new Dictionary<string, string> { ["v"] = "(SELECT k)" }));
        After("update.value_of_exists", path => At(path).UpdateExpr("k = 2", new Dictionary<string, string> { ["v"] = "CASE WHEN EXISTS (SELECT 1) THEN 1 END" }));
        foreach (var (name, value) in new[] { ("text", "'abc'"), ("number", "'7'"), ("of_row", "concat(s, 'abc')") })
        {
            After($"update.bad_value_of_no_row_{name}", path => At(path).UpdateExpr("k = 99", new Dictionary<string, string> { ["v"] = value }));
        }
        After("delete.column", path => At(path).Alias("t").Delete(Col("t.k").Gt(1)));
        After("update.where", path => At(path).UpdateExpr("k >= 2", new Dictionary<string, string> { ["v"] = "v + 1" }));
        After("update.all", path => At(path).UpdateExpr(new Dictionary<string, string> { ["s"] = "upper(s)" }));
        After("update.swap", path => At(path).UpdateExpr(new Dictionary<string, string> { ["k"] = "v", ["v"] = "k" }));
        After("update.columns", path => At(path).Update(Col("k").IsNull(), new Dictionary<string, Column> { ["v"] = Lit(0), ["s"] = Concat(Col("s"), Lit("!")) }));
        After("update.all_columns", path => At(path).Update(new Dictionary<string, Column> { ["s"] = Upper(Col("s")) }));
        After("update.with_cast", path => At(path).UpdateExpr(new Dictionary<string, string> { ["s"] = "k", ["v"] = "CAST(k AS BIGINT)" }));
        After("update.unknown_column", path => At(path).UpdateExpr(new Dictionary<string, string> { ["nope"] = "1" }));
        After("update.overflow", path => At(path).UpdateExpr(new Dictionary<string, string> { ["v"] = "3000000000" }));
    }
}
