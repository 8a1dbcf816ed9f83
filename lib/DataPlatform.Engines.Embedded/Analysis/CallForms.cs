using System.Collections.Frozen;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>
/// How Spark writes calls in the names of columns where that is not <c>name(argument, …)</c>, as the <c>sql</c> and <c>prettyName</c> of its expressions say. The arguments are {0}, {1}, ….
/// </summary>
internal static class CallForms
{
    private const string SecondsPattern = "yyyy-MM-dd HH:mm:ss";

    private const string Variable = "namedlambdavariable()";

    // What array_sort compares with where it is not told.
    private const string Comparison =
        $"lambdafunction((IF((({Variable} IS NULL) AND ({Variable} IS NULL)), 0, (IF(({Variable} IS NULL), 1, (IF(({Variable} IS NULL), -1, (IF(({Variable} < {Variable}), -1, (IF(({Variable} > {Variable}), 1, 0)))))))))), {Variable}, {Variable})";

    private const string Identity = $"lambdafunction({Variable}, {Variable})";

    // Names in capitals whatever the query writes.
    private static readonly string[] Capitals =
    [
        "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "cot", "csc", "degrees", "dense_rank", "e", "exp", "expm1", "hypot", "log", "log10", "log1p", "log2",
        "percent_rank", "pi", "power", "radians", "rank", "regexp", "regexp_like", "rlike", "sec", "signum", "sin", "sinh", "spark_partition_id", "sqrt", "tan", "tanh",
    ];

    private static readonly (string Name, string Shown)[] Renamed =
    [
        ("array_agg", "collect_list"), ("curdate", "current_date"), ("current_database", "current_schema"), ("dateadd", "date_add"), ("random", "rand"),
    ];

    // Arguments that are there though the query does not write them: behind so many that it must write.
    private static readonly (string Name, int Required, string[] Defaults)[] Defaulted =
    [
        ("aggregate", 3, [Identity]),
        ("approx_percentile", 2, ["10000"]),
        ("array_sort", 1, [Comparison]),
        ("bround", 1, ["0"]),
        ("from_unixtime", 1, [SecondsPattern]),
        ("lag", 1, ["1", "NULL"]),
        ("lead", 1, ["1", "NULL"]),
        ("listagg", 1, ["NULL"]),
        ("locate", 2, ["1"]),
        ("lpad", 2, [" "]),
        ("make_dt_interval", 0, ["0", "0", "0", "0.000000"]),
        ("make_ym_interval", 0, ["0", "0"]),
        ("mask", 1, ["X", "x", "n", "NULL"]),
        ("months_between", 2, ["true"]),
        ("ntile", 0, ["1"]),
        ("overlay", 3, ["-1"]),
        ("percentile", 2, ["1"]),
        ("percentile_approx", 2, ["10000"]),
        ("position", 2, ["1"]),
        ("reduce", 3, [Identity]),
        ("regexp_extract", 2, ["1"]),
        ("regexp_extract_all", 2, ["1"]),
        ("regexp_instr", 2, ["0"]),
        ("regexp_replace", 3, ["1"]),
        ("replace", 2, [""]),
        ("round", 1, ["0"]),
        ("rpad", 2, [" "]),
        ("sentences", 1, ["", ""]),
        ("sort_array", 1, ["true"]),
        ("split", 2, ["-1"]),
        ("str_to_map", 1, [",", ":"]),
        ("string_agg", 1, ["NULL"]),
        ("substr", 2, ["2147483647"]),
        ("substring", 2, ["2147483647"]),
        ("to_unix_timestamp", 1, [SecondsPattern]),
        ("unix_timestamp", 0, ["current_timestamp()", SecondsPattern]),
    ];

    // Only so many of the arguments are shown.
    private static readonly (string Name, int Count, int Shown)[] Shortened =
    [
        ("any_value", 2, 1), ("approx_count_distinct", 2, 1), ("first", 2, 1), ("first_value", 2, 1), ("last", 2, 1), ("last_value", 2, 1), ("shuffle", 2, 1), ("try_make_timestamp", 7, 6), ("uuid", 1, 0),

        // Schema and options are no arguments of what Spark makes of these.
        ("from_json", 2, 1), ("from_json", 3, 1), ("to_json", 2, 1), ("schema_of_json", 2, 1),
        ("from_csv", 2, 1), ("from_csv", 3, 1), ("to_csv", 2, 1), ("schema_of_csv", 2, 1),

        // The character that escapes.
        ("ilike", 3, 2),
    ];

    private static readonly string[] Infix = ["+", "-", "*", "/", "%", "=", "<", "<=", ">", ">=", "<=>", "&", "|", "^", "div", "<<", ">>", ">>>"];

    // Casts that nobody sees.
    private static readonly string[] Types = ["boolean", "tinyint", "smallint", "int", "bigint", "float", "double", "decimal", "string", "binary", "date", "timestamp"];

    private static readonly (string Name, int Count, string Form)[] Others =
    [
        ("!", 1, "(NOT {0})"),
        ("!=", 2, "(NOT ({0} = {1}))"),
        ("-", 1, "(- {0})"),
        ("<>", 2, "(NOT ({0} = {1}))"),
        ("==", 2, "({0} = {1})"),
        ("and", 2, "({0} AND {1})"),
        ("assert_true", 1, "assert_true({0}, '{0}' is not true!)"),
        ("ceil", 1, "CEIL({0})"),
        ("convert_timezone", 2, "convert_timezone(current_timezone(), {0}, {1})"),
        ("datepart", 2, "datepart({0} FROM {1})"),
        ("extract", 2, "extract({0} FROM {1})"),
        ("floor", 1, "FLOOR({0})"),
        ("if", 3, "(IF({0}, {1}, {2}))"),
        ("isnotnull", 1, "({0} IS NOT NULL)"),
        ("isnotnull unknown", 1, "({0} IS NOT UNKNOWN)"),
        ("isnull", 1, "({0} IS NULL)"),
        ("isnull unknown", 1, "({0} IS UNKNOWN)"),
        ("like", 2, "{0} LIKE {1}"),
        ("log", 1, "LOG(E(), {0})"),
        ("ltrim", 2, "TRIM(LEADING {0} FROM {1})"),
        ("not", 1, "(NOT {0})"),
        ("or", 2, "({0} OR {1})"),
        ("positive", 1, "(+ {0})"),
        ("raise_error", 1, "raise_error(USER_RAISED_EXCEPTION, map(errorMessage, {0}))"),
        ("rtrim", 2, "TRIM(TRAILING {0} FROM {1})"),
        ("trim", 2, "TRIM(BOTH {0} FROM {1})"),
        ("window", 2, "window"),
        ("window", 3, "window"),
        ("window", 4, "window"),
        ("~", 1, "~{0}"),
    ];

    private static readonly FrozenDictionary<string, string> Names =
        Capitals.Select(name => (Name: name, Shown: name.ToUpperInvariant())).Concat(Renamed).ToFrozenDictionary(n => n.Name, n => n.Shown, StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string, int), string> Forms = Others
        .Concat(Infix.Select(name => (name, 2, $"({{0}} {name} {{1}})")))
        .Concat(Types.Select(name => (name, 1, "{0}")))
        .Concat(Defaulted.SelectMany(d => d.Defaults.Select((_, i) => (d.Name, d.Required + i, Call(d.Name, d.Required + i, d.Defaults[i..])))))
        .Concat(Shortened.Select(s => (s.Name, s.Count, Call(s.Name, s.Shown, []))))
        .ToFrozenDictionary(form => (form.Item1, form.Item2), form => form.Item3);

    /// <summary>The form of a call of a function, in small letters, with so many arguments.</summary>
    public static string Of(string name, int count) => Forms.TryGetValue((name, count), out var form) ? form : Call(name, count, []);

    private static string Call(string name, int count, string[] defaults) =>
        $"{Names.GetValueOrDefault(name, name)}({string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{{i}}}").Concat(defaults))})";
}
