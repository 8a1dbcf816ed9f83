using static Microsoft.Spark.Sql.Functions;
using static Specification.RandomPlans.Kind;

namespace Specification.RandomPlans;

public static partial class Forms
{
    private static IEnumerable<Form> Texts() => ((Kind[])[Int, Long, Short, Kind.Float, Kind.Double, Kind.Decimal, Kind.Boolean, Kind.Date, Kind.Timestamp, TimestampNtz, IntArray, StringArray, Kind.Struct, Kind.Map])
        .Select(kind => new Form(Kind.String, "CAST({0} AS STRING)", [kind], c => c[0].Cast("string")))
        .Concat(
        [
            new(Kind.String, "upper({0})", [Kind.String], c => Upper(c[0])),
            new(Kind.String, "lower({0})", [Kind.String], c => Lower(c[0])),
            new(Kind.String, "trim({0})", [Kind.String], c => Trim(c[0])),
            new(Kind.String, "reverse({0})", [Kind.String], c => Reverse(c[0])),
            new(Kind.String, "initcap({0})", [Kind.String], c => InitCap(c[0])),
            new(Kind.String, "concat({0}, {1})", [Kind.String, Kind.String], c => Concat(c)),
            new(Kind.String, "concat_ws('-', {0}, {1})", [Kind.String, Kind.String], c => ConcatWs("-", c)),
            new(Kind.String, "concat_ws('-', {0})", [StringArray], c => ConcatWs("-", c)),
            new(Kind.String, "substring({0}, 2, 2)", [Kind.String], c => Substring(c[0], 2, 2)),
            new(Kind.String, "substring_index({0}, '-', -1)", [Kind.String], c => SubstringIndex(c[0], "-", -1)),
            new(Kind.String, "lpad({0}, 4, 'xy')", [Kind.String], c => Lpad(c[0], 4, "xy")),
            new(Kind.String, "repeat({0}, 2)", [Kind.String], c => Repeat(c[0], 2)),
            new(Kind.String, "translate({0}, 'ab', 'c')", [Kind.String], c => Translate(c[0], "ab", "c")),
            new(Kind.String, "regexp_replace({0}, '[a-z]', '<$0>')", [Kind.String], c => RegexpReplace(c[0], "[a-z]", "<$0>")),
            new(Kind.String, "regexp_extract({0}, '(\\d+)', 1)", [Kind.String], c => RegexpExtract(c[0], @"(\d+)", 1)),
            new(Kind.String, "hex({0})", [Kind.Binary], c => Hex(c[0])),
            new(Kind.String, "base64({0})", [Kind.Binary], c => Base64(c[0])),
            new(Kind.String, "md5({0})", [Kind.Binary], c => Md5(c[0])),
            new(Kind.String, "format_number({0}, 2)", [Kind.Decimal], c => FormatNumber(c[0], 2)),
            new(Kind.String, "date_format({0}, 'yyyy-MM-dd HH:mm:ss.SSS')", [Kind.Timestamp], c => DateFormat(c[0], "yyyy-MM-dd HH:mm:ss.SSS")),
            new(Kind.String, "date_format({0}, 'EEE d MMM y')", [Kind.Date], c => DateFormat(c[0], "EEE d MMM y")),
            new(Kind.String, "array_join({0}, ',', '?')", [StringArray], c => ArrayJoin(c[0], ",", "?")),
            new(Kind.String, "{0}.b", [Kind.Struct], c => c[0].GetField("b")),
            new(Kind.String, "to_json({0})", [Kind.Struct], c => ToJson(c[0])),
            new(Kind.String, "greatest({0}, {1})", [Kind.String, Kind.String], c => Greatest(c)),
            new(Kind.Binary, "CAST({0} AS BINARY)", [Kind.String], c => c[0].Cast("binary")),
            new(Kind.Binary, "unhex(hex({0}))", [Int], c => Unhex(Hex(c[0]))),
            new(Kind.Binary, "concat({0}, {1})", [Kind.Binary, Kind.Binary], c => Concat(c)),
            new(Kind.Binary, "encode({0}, 'UTF-8')", [Kind.String], c => Encode(c[0], "UTF-8")),
        ]);
}
