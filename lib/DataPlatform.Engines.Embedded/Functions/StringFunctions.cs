using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of text, counted in code points.</summary>
internal static class StringFunctions
{
    private static readonly StringType Text = new();

    private static readonly IntegerType Int = new();

    private static readonly BooleanType Boolean = new();

    // Text only: numbers are not written as text for these.
    private static readonly Parameter OnlyText = new("STRING", type => type is StringType or NullType ? new StringType() : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. Named(["upper", "ucase"], name => Scalar(name, [Parameter.String], Gives(Text), call => Upper(call[0]))),
        .. Named(["lower", "lcase"], name => Scalar(name, [Parameter.String], Gives(Text), call => Lower(call[0]))),
        Scalar("initcap", [Parameter.String], Gives(Text), "spark_initcap({0})"),
        .. Named(["length", "len", "char_length", "character_length"], name => Scalar(name, [Parameter.StringOrBinary], Gives(Int), Length)),
        Scalar("octet_length", [Parameter.StringOrBinary], Gives(Int), call => $"CAST({Octets(call)} AS INTEGER)"),
        Scalar("bit_length", [Parameter.StringOrBinary], Gives(Int), call => $"CAST({Octets(call)} * 8 AS INTEGER)"),
        Scalar("reverse", [Parameter.String], Gives(Text), call => OfAscii(call[0], "reverse")),
        Scalar("trim", [Parameter.String], Gives(Text), "trim({0}, ' ')"),
        Scalar("ltrim", [Parameter.String], Gives(Text), "ltrim({0}, ' ')"),
        Scalar("rtrim", [Parameter.String], Gives(Text), "rtrim({0}, ' ')"),
        Scalar("btrim", [Parameter.String], Gives(Text), "trim({0}, ' ')"),
        Scalar("trim", [Parameter.String, Parameter.String], Gives(Text), "trim({1}, {0})"),
        Scalar("ltrim", [Parameter.String, Parameter.String], Gives(Text), "ltrim({1}, {0})"),
        Scalar("rtrim", [Parameter.String, Parameter.String], Gives(Text), "rtrim({1}, {0})"),
        Scalar("btrim", [Parameter.String, Parameter.String], Gives(Text), "trim({0}, {1})"),
        .. Named(["concat", "||"], name => Scalar(name, [Parameter.Any], ConcatType, Concat, optional: 1, variadic: true) with { Coerce = ConcatTypes }),
        Scalar("concat_ws", [Parameter.String, Parameter.Any], Gives(Text), ConcatWithSeparator, optional: 1, variadic: true, nullable: args => args[0].IsNullable) with { Coerce = Separated },
        .. Named(["substring", "substr"], name => Scalar(name, [Parameter.StringOrBinary, Parameter.Int, Parameter.Int], SameAs(0), SubstringSql.Form, optional: 1)),
        Scalar("left", [Parameter.StringOrBinary, Parameter.Int], SameAs(0), SubstringSql.Left),
        Scalar("right", [Parameter.String, Parameter.Int], Gives(Text), SubstringSql.Right, nullable: Always),
        Scalar("substring_index", [Parameter.String, Parameter.String, Parameter.Int], Gives(Text), "spark_substring_index({0}, {1}, {2})"),
        Scalar("instr", [Parameter.String, Parameter.String], Gives(Int), "CAST(instr({0}, {1}) AS INTEGER)"),
        .. Named(["locate", "position"], name => Scalar(name, [Parameter.String, Parameter.String, Parameter.Int], Gives(Int), Locate, optional: 1, nullable: FirstTwo)),
        Search("contains", "contains"),
        Search("startswith", "starts_with"),
        Search("endswith", "ends_with"),
        Scalar("find_in_set", [Parameter.String, Parameter.String], Gives(Int), "spark_find_in_set({0}, {1})"),
        Pad("lpad"),
        Pad("rpad"),
        Scalar("repeat", [Parameter.String, Parameter.Int], Gives(Text), "repeat({0}, {1})"),
        Scalar("space", [Parameter.Int], Gives(Text), "repeat(' ', {0})"),
        Scalar("replace", [Parameter.String, Parameter.String, Parameter.String], Gives(Text), call => $"replace({call[0]}, {call[1]}, {(call.Count == 3 ? call[2] : "''")})", optional: 1),
        Scalar("translate", [Parameter.String, Parameter.String, Parameter.String], Gives(Text), "translate({0}, {1}, {2})"),
        Scalar("overlay", [Parameter.StringOrBinary, Parameter.StringOrBinary, Parameter.Int, Parameter.Int], SameAs(0), Overlay, optional: 1),
        Scalar("split_part", [Parameter.String, Parameter.String, Parameter.Int], Gives(Text), "spark_split_part({0}, {1}, {2})", nullable: Always),
        Scalar("ascii", [Parameter.String], Gives(Int), "ascii({0})"),
        .. Named(["chr", "char"], name => Scalar(name, [Parameter.Long], Gives(Text), "spark_chr({0})")),
        Scalar("levenshtein", [Parameter.String, Parameter.String], Gives(Int), "spark_levenshtein({0}, {1})"),
        Scalar("levenshtein", [Parameter.String, Parameter.String, Parameter.Int], Gives(Int), "spark_levenshtein_within({0}, {1}, {2})"),
        Scalar("soundex", [OnlyText], Gives(Text), "spark_soundex({0})"),
        Scalar("elt", [Parameter.Int, Parameter.StringOrBinary], args => args[^1].Type, Element, variadic: true, nullable: Always),
        Scalar("mask", [Parameter.String, Parameter.String, Parameter.String, Parameter.String, Parameter.String], Gives(Text), Mask, optional: 4, nullable: Always),
        Scalar("luhn_check", [Parameter.String], Gives(Boolean), "spark_luhn_check({0})", nullable: Always),
        Scalar("quote", [Parameter.String], Gives(Text), "('''' || replace({0}, '''', '\\''') || '''')"),
        Scalar("collation", [Parameter.String], Gives(Text), "'SYSTEM.BUILTIN.UTF8_BINARY'", nullable: Never),
        Scalar("is_valid_utf8", [Parameter.String], Gives(Boolean), "({0} IS NOT NULL OR NULL)", nullable: Always),
        .. Named(["make_valid_utf8", "validate_utf8", "try_validate_utf8"], name => Scalar(name, [Parameter.String], Gives(Text), "{0}", nullable: Always)),
    ];

    /// <summary>Text in upper case.</summary>
    public static string Upper(string text) => OfAscii(text, "upper");

    /// <summary>Text in lower case.</summary>
    public static string Lower(string text) => OfAscii(text, "lower");

    /// <summary>One function under several names.</summary>
    public static IEnumerable<Function> Named(string[] names, Func<string, Function> row) => names.Select(row);

    // DuckDB does it right for ASCII only, which is most text: bytes and characters then are the same in number.
    private static string OfAscii(string text, string function) =>
        SqlLet.Once(text, "_s", s => $"(CASE WHEN strlen({s}) = length({s}) THEN {function}({s}) ELSE spark_{function}({s}) END)");

    private static string Length(CallSql call) => call.TypeOf(0) is BinaryType
        ? $"CAST(octet_length({call[0]}) AS INTEGER)"
        : $"CAST(length({call[0]}) AS INTEGER)";

    private static string Octets(CallSql call) => call.TypeOf(0) is BinaryType ? $"octet_length({call[0]})" : $"strlen({call[0]})";

    private static bool FirstTwo(IReadOnlyList<BoundExpression> arguments) => arguments[0].IsNullable || arguments[1].IsNullable;

    private static DataType ConcatType(IReadOnlyList<BoundExpression> arguments) => arguments.Count == 0 ? Text : arguments[0].Type;

    // Bytes where all are bytes, else text; arrays have a row of their own.
    private static IReadOnlyList<DataType>? ConcatTypes(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments.Any(a => a.Type is ArrayType or MapType or StructType or CalendarIntervalType))
        {
            return null;
        }

        DataType common = arguments.Count > 0 && arguments.All(a => a.Type is BinaryType) ? new BinaryType() : Text;
        return [.. arguments.Select(_ => common)];
    }

    private static string Concat(CallSql call) => call.Count switch
    {
        0 => "''",
        1 => call[0],
        _ => $"({string.Join(" || ", Enumerable.Range(0, call.Count).Select(i => call[i]))})",
    };

    private static IReadOnlyList<DataType>? Separated(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select((a, i) => a.Type switch
        {
            ArrayType array when i > 0 && ImplicitCast.To(array.ElementType, Text) is not null => new ArrayType(Text, array.ContainsNull),
            var type => ImplicitCast.To(type, Text),
        }).ToList();
        return types.Any(t => t is null) ? null : types.OfType<DataType>().ToList();
    }

    private static string ConcatWithSeparator(CallSql call)
    {
        var indexes = Enumerable.Range(1, call.Count - 1).ToList();
        if (indexes.Count > 0 && indexes.All(i => call.TypeOf(i) is StringType))
        {
            return $"concat_ws({call.All})";
        }

        var lists = indexes.Select(i => call.TypeOf(i) is ArrayType ? $"COALESCE({call[i]}, [])" : $"[{call[i]}]");
        var all = indexes.Count switch
        {
            0 => "CAST([] AS VARCHAR[])",
            1 => lists.First(),
            _ => $"list_concat({string.Join(", ", lists)})",
        };
        return SqlLet.Once(call[0], "_s", separator =>
            $"(CASE WHEN {separator} IS NOT NULL THEN COALESCE(array_to_string(CAST({all} AS VARCHAR[]), {separator}), '') END)");
    }

    private static string Locate(CallSql call) => call.Count == 2
        ? $"CAST(instr({call[1]}, {call[0]}) AS INTEGER)"
        : $"spark_locate({call[0]}, {call[1]}, COALESCE({call[2]}, 0))";

    private static Function Search(string name, string duck) => Scalar(
        name,
        [Parameter.StringOrBinary, Parameter.StringOrBinary],
        Gives(Boolean),
        call => call.TypeOf(0) is BinaryType ? $"spark_{duck}_binary({call.All})" : $"{duck}({call.All})",
        nullable: args => args.Any(a => a.IsNullable) || args[0].Type is BinaryType) with
    { Coerce = BothAlike };

    private static IReadOnlyList<DataType>? BothAlike(IReadOnlyList<BoundExpression> arguments)
    {
        var common = arguments.All(a => a.Type is BinaryType) ? new BinaryType() : (DataType)Text;
        return arguments.Any(a => ImplicitCast.To(a.Type, common) is null) ? null : [common, common];
    }

    private static Function Pad(string name) => Scalar(
        name,
        [Parameter.StringOrBinary, Parameter.Int, Parameter.StringOrBinary],
        SameAs(0),
        call => call.TypeOf(0) is BinaryType
            ? $"spark_{name}_binary({call[0]}, {call[1]}, {(call.Count == 3 ? call[2] : "'\\x00'::BLOB")})"
            : $"spark_{name}({call[0]}, {call[1]}, {(call.Count == 3 ? call[2] : "' '")})",
        optional: 1) with
    { Coerce = PadTypes };

    private static IReadOnlyList<DataType>? PadTypes(IReadOnlyList<BoundExpression> arguments)
    {
        var common = arguments.Where((_, i) => i != 1).All(a => a.Type is BinaryType) ? new BinaryType() : (DataType)Text;
        var types = arguments.Select((a, i) => ImplicitCast.To(a.Type, i == 1 ? Int : common)).ToList();
        return types.Any(t => t is null) ? null : types.OfType<DataType>().ToList();
    }

    private static string Overlay(CallSql call) =>
        $"spark_overlay{(call.Type is BinaryType ? "_binary" : "")}({call[0]}, {call[1]}, {call[2]}, {(call.Count == 4 ? call[3] : "-1")})";

    private static string Element(CallSql call)
    {
        var choices = string.Join(" ", Enumerable.Range(1, call.Count - 1).Select(i => $"WHEN {i} THEN {call[i]}"));
        var fail = SqlText.Fail("INVALID_ARRAY_INDEX", $"The index is out of bounds: elt has {call.Count - 1} values.");
        return SqlLet.Once(call[0], "_i", index => $"(CASE {index} {choices} ELSE CASE WHEN {index} IS NOT NULL THEN {fail} END END)");
    }

    // What keeps the character is a sign that no text has.
    private static string Mask(CallSql call)
    {
        var defaults = new[] { "'X'", "'x'", "'n'", "chr(1)" };
        var parts = defaults.Select((standard, i) => call.Count > i + 1 ? $"COALESCE({call[i + 1]}, chr(1))" : standard);
        return $"spark_mask({call[0]}, {string.Join(" || ", parts)})";
    }
}
