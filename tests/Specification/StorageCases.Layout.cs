using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

public sealed partial class StorageCases
{
    private void Partitions()
    {
        foreach (var format in new[] { "parquet", "csv", "json" })
        {
            _cases["partitions." + format] = folder =>
            {
                _p.Write().Format(format).Option("header", true).PartitionBy("n", "d").Save(At(folder, "t"));
                return _spark.Read().Format(format).Option("header", true).Load(At(folder, "t"));
            };
        }

        _cases["partitions.text_values"] = folder => Partitioned(folder, "s", _spark.Read());
        _cases["partitions.of_one_value"] = folder =>
        {
            Partitioned(folder, "n", _spark.Read());
            return _spark.Read().Parquet(At(folder, "t/n=10"));
        };
        _cases["partitions.of_one_value_with_base"] = folder =>
        {
            Partitioned(folder, "n", _spark.Read());
            return _spark.Read().Option("basePath", At(folder, "t")).Parquet(At(folder, "t/n=10"));
        };
        _cases["partitions.filtered"] = folder => Partitioned(folder, "n", _spark.Read()).Filter("n > 10");
        _cases["partitions.schema_given"] = folder => Partitioned(folder, "n", _spark.Read().Schema("n STRING, id BIGINT"));
        _cases["partitions.by_every_column"] = folder =>
        {
            _p.Select("n").Write().PartitionBy("n").Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
        _cases["partitions.by_unknown"] = folder =>
        {
            _p.Write().PartitionBy("nope").Parquet(At(folder, "t"));
            return _spark.Read().Parquet(At(folder, "t"));
        };
    }

    private void PartitionTypes()
    {
        (string Name, string Rows)[] folders =
        [
            ("timestamps", "(1, '2024-01-01 10:00:00'), (2, '2024-01-01 11:00:00.5'), (3, NULL)"),
            ("dates_and_timestamps", "(1, '2024-01-01'), (2, '2024-01-02 10:00:00')"),
            ("fractions_and_long", "(1, '1.5'), (2, '3000000000')"),
            ("fractions_and_int", "(1, '1.5'), (2, '3')"),
            ("beyond_long", "(1, '123456789012345678901'), (2, '-3')"),
            ("beyond_decimal", "(1, '12345678901234567890123456789012345678901'), (2, '3')"),
            ("beyond_long_and_fractions", "(1, '123456789012345678901'), (2, '3.5')"),
            ("dates_and_int", "(1, '2024-01-01'), (2, '5')"),
            ("mark_of_null", "(1, '__HIVE_DEFAULT_PARTITION__'), (2, 'a')"),
            ("leading_zeros", "(1, '007'), (2, '2147483647')"),
        ];
        foreach (var (name, rows) in folders)
        {
            _cases["partitions.types." + name] = folder =>
            {
                _spark.Sql($"SELECT * FROM VALUES {rows} AS t(id, p)").Write().PartitionBy("p").Parquet(At(folder, "t"));
                return _spark.Read().Parquet(At(folder, "t"));
            };
        }

        _cases["partitions.types.written_timestamps"] = folder =>
        {
            _spark.Sql("SELECT * FROM VALUES (1, TIMESTAMP'2024-01-01 10:00:00.5'), (2, TIMESTAMP'1969-12-31 23:59:59.999999'), (3, NULL) AS t(id, p)").Write().PartitionBy("p").Json(At(folder, "t"));
            return _spark.Read().Json(At(folder, "t")).Filter("p < TIMESTAMP'2024-01-01 10:00:01' OR p IS NULL");
        };
    }

    private DataFrame Partitioned(string folder, string column, DataFrameReader reader)
    {
        _p.Select("id", column).Write().PartitionBy(column).Parquet(At(folder, "t"));
        return reader.Parquet(At(folder, "t"));
    }

    private void Schemas()
    {
        _cases["schemas.merged"] = folder => Different(folder, _spark.Read().Option("mergeSchema", true));
        _cases["schemas.given"] = folder => Different(folder, _spark.Read().Schema("b STRING, a BIGINT, z INT"));
        _cases["schemas.given_other_case"] = folder => ReadAs(folder, "SELECT 1 AS Abc", "aBC INT");
        _cases["schemas.given_wider"] = folder => ReadAs(folder, "SELECT 1 AS a", "a BIGINT");
        _cases["schemas.given_other_kind"] = folder => ReadAs(folder, "SELECT 'x' AS a", "a INT");
    }

    private DataFrame ReadAs(string folder, string query, string schema)
    {
        _spark.Sql(query).Write().Parquet(At(folder, "t"));
        return _spark.Read().Schema(schema).Parquet(At(folder, "t"));
    }

    private DataFrame Different(string folder, DataFrameReader reader)
    {
        _spark.Sql("SELECT 1L AS a").Write().Parquet(At(folder, "t"));
        _spark.Sql("SELECT 2L AS a, 'x' AS b").Write().Mode("append").Parquet(At(folder, "t"));
        return reader.Parquet(At(folder, "t"));
    }

    private void Files()
    {
        _cases["files.hidden_are_left_out"] = folder =>
        {
            Text(folder, "t/a.csv", "1\n");
            Text(folder, "t/_b.csv", "2\n");
            Text(folder, "t/.c.csv", "3\n");
            return _spark.Read().Csv(At(folder, "t"));
        };
        _cases["files.header_of_each"] = folder => Two(folder).Csv(At(folder, "t"));
        _cases["files.several_paths"] = folder => Two(folder).Csv(At(folder, "t/1.csv"), At(folder, "t/2.csv"));
        _cases["files.path_twice"] = folder => Two(folder).Csv(At(folder, "t/1.csv"), At(folder, "t/1.csv"));
        _cases["files.glob"] = folder => Two(folder).Csv(At(folder, "t/[1-9].csv"));
        _cases["files.glob_of_nothing"] = folder => Two(folder).Csv(At(folder, "t/*.nope"));
        _cases["files.glob_filter"] = folder => Two(folder).Option("pathGlobFilter", "2*").Csv(At(folder, "t"));
        _cases["files.folders_inside"] = folder =>
        {
            Text(folder, "t/x/a.csv", "1\n");
            return _spark.Read().Schema("a INT").Csv(At(folder, "t"));
        };
        _cases["files.recursive"] = folder =>
        {
            Text(folder, "t/x/a.csv", "1\n");
            Text(folder, "t/y/z/b.csv", "2\n");
            return _spark.Read().Option("recursiveFileLookup", true).Csv(At(folder, "t"));
        };
        _cases["files.empty_folder"] = folder => _spark.Read().Csv(folder);
        _cases["files.empty_folder_parquet"] = folder => _spark.Read().Parquet(folder);
        _cases["files.name"] = folder => Two(folder).Csv(At(folder, "t")).Select(Col("a"), RegexpExtract(InputFileName(), "[^/]*$", 0).As("f"));
        _cases["files.metadata"] = folder => Two(folder).Csv(At(folder, "t")).SelectExpr("a", "_metadata.file_name", "_metadata.file_size");
    }

    private DataFrameReader Two(string folder)
    {
        Text(folder, "t/1.csv", "a,b\n1,x\n");
        Text(folder, "t/2.csv", "a,b\n2,y\n");
        return _spark.Read().Option("header", true);
    }
}
