using System.Text;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Writes a call as DuckDB SQL. Arguments come as SQL already, each safe to put anywhere (in parentheses where needed).</summary>
internal delegate string SqlForm(CallSql call);

/// <summary>Makes forms out of templates.</summary>
internal static class SqlForms
{
    /// <summary>
    /// A form from a template: <c>{0}</c>, <c>{1}</c>, … are arguments, <c>{*}</c> all of them separated by commas, <c>{tz}</c> the session time zone as a string literal,
    /// <c>{type}</c> the result's type in DuckDB. In aggregates and window functions <c>{distinct}</c> stands right behind the opening parenthesis,
    /// <c>{filter}</c> and then <c>{over}</c> right behind the closing one: <c>CAST(sum({distinct}{0}){filter}{over} AS BIGINT)</c>. An argument that is put in twice is computed once by DuckDB only where it sees that; prefer forms that name each once.
    /// </summary>
    public static SqlForm Template(string template)
    {
        var parts = new List<(string Text, string? Hole)>();
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            if (open < 0)
            {
                parts.Add((template[position..], null));
                break;
            }

            // A brace that opens a struct literal is text, not a hole.
            var close = template.IndexOf('}', open);
            var hole = template[(open + 1)..close];
            if (hole is "*" or "tz" or "type" or "distinct" or "filter" or "over" || int.TryParse(hole, out _))
            {
                parts.Add((template[position..open], hole));
                position = close + 1;
            }
            else
            {
                parts.Add((template[position..(open + 1)], null));
                position = open + 1;
            }
        }

        return call =>
        {
            var sql = new StringBuilder();
            foreach (var (text, hole) in parts)
            {
                sql.Append(text).Append(hole switch
                {
                    null => "",
                    "*" => call.All,
                    "tz" => call.TimeZoneLiteral,
                    "type" => call.ResultDuckType,
                    "distinct" => call.DistinctSql,
                    "filter" => call.FilterSql,
                    "over" => call.OverSql,
                    _ => call[int.Parse(hole, System.Globalization.CultureInfo.InvariantCulture)],
                });
            }

            return sql.ToString();
        };
    }
}
