using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

public sealed partial class DeltaCases
{
    private void Merges()
    {
        After("merge.upsert", path => Merge(path).WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute());
        After("merge.update_only", path => Merge(path).WhenMatched().UpdateExpr(new Dictionary<string, string> { ["v"] = "t.v + s.v" }).Execute());
        After("merge.insert_only", path => Merge(path).WhenNotMatched().InsertAll().Execute());
        After("merge.insert_some", path => Merge(path).WhenNotMatched().InsertExpr(new Dictionary<string, string> { ["k"] = "s.k", ["s"] = "lower(s.s)" }).Execute());
        After("merge.delete", path => Merge(path).WhenMatched().Delete().Execute());
        After("merge.first_clause_wins", path => Merge(path).WhenMatched("s.v > 100").Delete().WhenMatched().UpdateAll().Execute());
        After("merge.conditional_insert", path => Merge(path).WhenNotMatched("s.k IS NOT NULL").InsertAll().Execute());
        After("merge.by_source", path => Merge(path).WhenNotMatchedBySource().Delete().Execute());
        After("merge.by_source_update", path => Merge(path).WhenMatched().UpdateAll().WhenNotMatchedBySource("t.k = 1").UpdateExpr(new Dictionary<string, string> { ["s"] = "'gone'" }).Execute());
        After("merge.null_safe", path => At(path).As("t").Merge(_source.As("s"), "t.k <=> s.k").WhenMatched().UpdateAll().Execute());
        After("merge.two_sources_for_one_row", path => At(path).As("t").Merge(_source.Union(_source).As("s"), "t.k = s.k").WhenMatched().UpdateAll().Execute());
        After("merge.two_sources_delete", path => At(path).As("t").Merge(_source.Union(_source).As("s"), "t.k = s.k").WhenMatched().Delete().Execute());
        After("merge.two_sources_insert", path => At(path).As("t").Merge(_source.Union(_source).As("s"), "t.k = s.k").WhenNotMatched().InsertAll().Execute());
        After("merge.source_lacks_column", path => At(path).As("t").Merge(_source.Drop("v").As("s"), "t.k = s.k").WhenMatched().UpdateAll().Execute());
        After("merge.source_has_more", path => At(path).As("t").Merge(_source.WithColumn("w", Lit(1)).As("s"), "t.k = s.k").WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute());
        After("merge.schema_evolution", path => At(path).As("t").Merge(_source.WithColumn("w", Lit(1)).As("s"), "t.k = s.k").WithSchemaEvolution().WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute());
        After("merge.without_clauses", path => Merge(path).Execute());
        After("merge.ambiguous", path => At(path).Merge(_source, "k = k").WhenMatched().UpdateAll().Execute());
        After("merge.query_in_condition", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k AND t.k IN (SELECT 2) WHEN MATCHED THEN UPDATE SET v = 0"));
        After("merge.query_in_update", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED AND t.k = (SELECT 2) THEN UPDATE SET v = 0"));
        After("merge.query_in_insert", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k WHEN NOT MATCHED AND EXISTS (SELECT 1) THEN INSERT (k) VALUES (s.k)"));
        After("merge.query_in_delete", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k WHEN NOT MATCHED BY SOURCE AND t.k IN (SELECT 1) THEN DELETE"));
        After("merge.query_as_value", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = (SELECT 7)"));
        After("merge.query_of_row_as_value", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = (SELECT t.k + s.k)"));
        After("merge.exists_as_value", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 9 AS k) s ON t.k = s.k WHEN NOT MATCHED THEN INSERT (k, v) VALUES (s.k, CASE WHEN EXISTS (SELECT 1) THEN 1 END)"));
        After("merge.bad_value_of_no_row", path => _spark.Sql($"MERGE INTO {Named(path)} t USING (SELECT 9 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = 'abc'"));
        After("merge.never_matches", path => At(path).As("t").Merge(_source.As("s"), "false").WhenNotMatched().InsertAll().Execute());
        After("merge.columns", path => At(path).As("t").Merge(_source.As("s"), Col("t.k").EqualTo(Col("s.k")))
            .WhenMatched(Col("s.v").Gt(100)).Update(new() { ["s"] = Concat(Col("t.s"), Col("s.s")), ["v"] = Lit(0) })
            .WhenNotMatched(Col("s.k").IsNotNull()).Insert(new() { ["k"] = Col("s.k").Plus(1), ["v"] = Col("s.v") })
            .WhenNotMatchedBySource(Col("t.k").EqualTo(1)).Update(new() { ["s"] = Lit("gone") })
            .WhenNotMatchedBySource(Col("t.k").EqualTo(3)).Delete().Execute());
        After("merge.texts", path => Merge(path).WhenMatched("s.v > 100").Delete().WhenNotMatched("s.k IS NULL").InsertExpr(new() { ["v"] = "s.v" }).WhenNotMatchedBySource("t.k = 3").Delete().Execute());
        After("merge.all_by_source", path => Merge(path).WhenNotMatchedBySource().UpdateExpr(new() { ["v"] = "t.v + 1" }).Execute());
    }

    private void Reads()
    {
        On("read.version", path =>
        {
            Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "overwrite").Save(path);
            return _spark.Read().Format("delta").Option("versionAsOf", 0).Load(path);
        });
        On("read.version_too_high", path => _spark.Read().Format("delta").Option("versionAsOf", 7).Load(path));
        On("read.timestamp_before_first", path => _spark.Read().Format("delta").Option("timestampAsOf", "2000-01-01").Load(path));
        On("read.timestamp_after_last", path => _spark.Read().Format("delta").Option("timestampAsOf", "2200-01-01").Load(path));
        On("read.version_and_timestamp", path => _spark.Read().Format("delta").Option("versionAsOf", 0).Option("timestampAsOf", "2000-01-01").Load(path));
        On("read.with_schema", path => _spark.Read().Format("delta").Schema("k BIGINT").Load(path));
        _cases["read.absent"] = path => Read(path);
        _cases["read.folder_of_parquet"] = path =>
        {
            _base.Write().Parquet(path);
            return Read(path);
        };
        _cases["read.table_object_absent"] = path => At(path).ToDF();
        On("read.table_object", path => At(path).ToDF());
        On("read.table_by_name", path => DeltaTable.ForName(_spark, Named(path)).ToDF());
        _cases["read.table_by_name_absent"] = path => DeltaTable.ForName(_spark, Named(path)).ToDF();
        On("read.is_delta", path => _spark.CreateDataFrame([DeltaTable.IsDeltaTable(_spark, path), DeltaTable.IsDeltaTable(_spark, Path.GetDirectoryName(path)!)]));
        On("read.table_of_reader", path => _spark.Read().Table(Named(path)));
        On("read.in_the_active_session", path =>
        {
            SparkSession.SetActiveSession(_spark);
            var rows = DeltaTable.ForPath(path).ToDF().Union(DeltaTable.ForName(Named(path)).ToDF());
            var known = DeltaTable.IsDeltaTable(path);
            SparkSession.ClearActiveSession();
            return rows.WithColumn("known", Lit(known));
        });
        On("history", path =>
        {
            At(path).Delete("k = 1");
            Merge(path).WhenMatched().UpdateAll().Execute();
            Write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").Save(path);
            return At(path).History().Select("version", "operation", "readVersion", "isBlindAppend").OrderBy("version");
        });
        On("history.limited", path =>
        {
            At(path).Delete("k = 1");
            return At(path).History(1).Select("version", "operation");
        });
        On("history.metrics_of_delete", path =>
        {
            At(path).Delete("k = 1");
            return At(path).History(1).SelectExpr("operationMetrics['numDeletedRows'] AS d");
        });
        On("history.metrics_of_merge", path =>
        {
            Merge(path).WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute();
            return At(path).History(1).SelectExpr("operationMetrics['numTargetRowsInserted'] AS i", "operationMetrics['numTargetRowsUpdated'] AS u", "operationMetrics['numTargetRowsDeleted'] AS d", "operationMetrics['numSourceRows'] AS s");
        });
    }

    private DeltaMergeBuilder Merge(string path)
    {
        return At(path).As("t").Merge(_source.As("s"), "t.k = s.k");
    }

    private DeltaTable At(string path)
    {
        return DeltaTable.ForPath(_spark, path);
    }
}
