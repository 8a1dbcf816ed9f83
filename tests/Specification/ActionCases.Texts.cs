using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <content>Views made of text: they go by the views of their reader, and keep their columns and their time zone.</content>
public sealed partial class ActionCases
{
    private void Texts()
    {
        Script("over_a_text",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v AS m FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2 AS v",
            "SELECT * FROM w");
        Script("in_a_subquery",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT (SELECT max(v) FROM u) AS m, 1 IN (SELECT v FROM u) AS i",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2 AS v",
            "SELECT * FROM w");
        Script("beside_a_cte",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v AS m FROM u",
            "WITH u AS (SELECT 99 AS v) SELECT * FROM w, u");
        Script("with_more_columns",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT true AS b, 'l' AS K, 2 AS v",
            "SELECT * FROM w");
        Script("with_a_column_less",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 'l' AS k",
            "SELECT * FROM w");
        Script("with_a_name_less",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 'l' AS k",
            "SELECT * FROM w");
        Script("without_its_view",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "DROP VIEW u",
            "SELECT * FROM w");
        Script("narrower",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 1D AS f, 1L AS l, 'x' AS s, DATE'2024-01-01' AS d, TIMESTAMP'2024-01-01 00:00:00' AS t, CAST(1.5 AS DECIMAL(12,2)) AS c, map('k', 1) AS m, named_struct('p', 1) AS st",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2Y AS v, 2 AS f, CAST(7 AS DECIMAL(5,0)) AS l, 5.25 AS s, NULL AS d, DATE'2024-01-02' AS t, 3 AS c, map('k', 1Y) AS m, named_struct('q', 1S) AS st",
            "SELECT * FROM w");
        Script("wider",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2L AS v",
            "SELECT * FROM w");
        Script("wider_decimal",
            "CREATE TEMP VIEW u AS SELECT 1.5 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 12.5 AS v",
            "SELECT * FROM w");
        Script("with_nulls_inside",
            "CREATE TEMP VIEW u AS SELECT array(1) AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT array(1, NULL) AS v",
            "SELECT * FROM w");
        Script("with_nulls",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT CAST(NULL AS INT) AS v",
            "SELECT * FROM w");
        Script("renamed",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w (one, two) AS SELECT v, v + 1 FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 6 AS v",
            "SELECT two, one FROM w");
        Script("renamed_twins",
            "CREATE TEMP VIEW w (one, two) AS SELECT 1 AS a, 2 AS a",
            "SELECT * FROM w");
        Script("too_few_columns",
            "CREATE TEMP VIEW w (one, two) AS SELECT 1 AS v");
        Script("too_many_columns",
            "CREATE TEMP VIEW w (one) AS SELECT 1 AS v, 2 AS w");
        Script("twins",
            "CREATE TEMP VIEW w AS SELECT 1 AS a, 2 AS A");
        Script("renamed_to_twins",
            "CREATE TEMP VIEW w (a, A) AS SELECT 1 AS a, 2 AS b");
        Script("of_itself",
            "CREATE TEMP VIEW w AS SELECT 1 AS v",
            "CREATE OR REPLACE TEMP VIEW w AS SELECT v + 1 AS v FROM w");
        Script("in_a_circle",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT * FROM (SELECT v + 1 AS v FROM w)");
        Script("after_a_refusal",
            "CREATE TEMP VIEW w AS SELECT 1 AS v",
            "!CREATE OR REPLACE TEMP VIEW w AS SELECT * FROM nowhere",
            "!CREATE OR REPLACE TEMP VIEW w AS SELECT v + 1 AS v FROM w",
            "!CREATE TEMP VIEW w AS SELECT 3 AS v",
            "SELECT * FROM w");
        Script("beside_an_outer_name",
            "CREATE TEMP VIEW o AS SELECT 1 AS a",
            "CREATE TEMP VIEW u AS SELECT 9 AS b, 1 AS a",
            "CREATE TEMP VIEW w AS SELECT b FROM u WHERE a = 1",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 9 AS b",
            "SELECT * FROM o WHERE EXISTS (SELECT * FROM w)");
        Script("correlated",
            "CREATE TEMP VIEW o AS SELECT 1 AS a",
            "CREATE TEMP VIEW w AS SELECT * FROM (SELECT 1 AS b) WHERE b = a");
        Script("in_its_time_zone",
            "SET spark.sql.session.timeZone=UTC",
            "CREATE TEMP VIEW u AS SELECT TIMESTAMP'2024-03-10 07:30:00Z' AS t",
            "CREATE TEMP VIEW w AS SELECT hour(t) AS h, CAST(t AS DATE) AS d, CAST(t AS STRING) AS s, t FROM u",
            "SET spark.sql.session.timeZone=America/New_York",
            "SELECT w.*, hour(t), TIMESTAMP'2024-01-01 00:00:00' > TIMESTAMP'2024-01-01 04:00:00Z' FROM w WHERE h = 7");
        Script("over_its_time_zone",
            "SET spark.sql.session.timeZone=America/New_York",
            "CREATE TEMP VIEW u AS SELECT CAST('2024-03-10 07:30:00' AS TIMESTAMP) AS t",
            "SET spark.sql.session.timeZone=Asia/Kolkata",
            "CREATE TEMP VIEW w AS SELECT hour(t) AS h, t FROM u",
            "SET spark.sql.session.timeZone=UTC",
            "SELECT w.*, hour(t) AS u FROM w");
        _cases["texts.by_the_reader's_views"] = () =>
        {
            _spark.Sql("CREATE OR REPLACE TEMP VIEW my_rows AS SELECT 1 AS v");
            _spark.Sql("CREATE OR REPLACE GLOBAL TEMP VIEW over_my_rows AS SELECT v FROM my_rows");
            var other = _spark.NewSession();
            other.Sql("CREATE TEMP VIEW my_rows AS SELECT 99 AS v");
            return Told([.. _spark.Table("global_temp.over_my_rows").Collect(), .. other.Table("global_temp.over_my_rows").Collect()]);
        };
        _cases["texts.named_as_a_data_frame"] = () =>
        {
            _spark.Sql("CREATE OR REPLACE TEMP VIEW low AS SELECT 1 AS v");
            _spark.Sql("CREATE OR REPLACE TEMP VIEW middle AS SELECT (SELECT max(v) FROM low) AS v");
            _spark.Sql("SELECT v, (SELECT max(v) FROM low) AS l FROM middle").CreateOrReplaceTempView("high");
            _spark.Sql("CREATE OR REPLACE TEMP VIEW low AS SELECT 2 AS v");
            return Told([.. _spark.Table("middle").Collect(), .. _spark.Table("high").Collect()]);
        };
        _cases["texts.data_frame_in_its_time_zone"] = () =>
        {
            var other = _spark.NewSession();
            other.Conf().Set("spark.sql.session.timeZone", "Asia/Kolkata");
            other.Sql("SELECT TIMESTAMP'2024-03-10 07:30:00Z' AS t").Select(Hour(Col("t")).As("h"), Col("t").Cast("string").As("s")).CreateOrReplaceTempView("zoned");
            other.Conf().Set("spark.sql.session.timeZone", "UTC");
            return Told([.. other.Table("zoned").Collect()]);
        };
    }

    // Statements in a session of their own; what begins with ! must fail. The last one's rows are the answer.
    private void Script(string name, params string[] statements) => _cases[$"texts.{name}"] = () =>
    {
        var session = _spark.NewSession();
        foreach (var statement in statements[..^1])
        {
            if (statement[0] == '!')
            {
                Xunit.Assert.ThrowsAny<Exception>(() => session.Sql(statement[1..]));
            }
            else
            {
                session.Sql(statement);
            }
        }

        return session.Sql(statements[^1]);
    };
}
