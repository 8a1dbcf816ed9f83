using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of arrays.</summary>
internal static class ArrayFunctions
{
    private static readonly Parameter[] Two = [Parameter.Any, Parameter.Any];

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("array", [Parameter.Any], _ => new ArrayType(new NullType(), containsNull: false), call => $"CAST([] AS {call.ResultDuckType})", optional: 1, nullable: Never) with { Parameters = [] },
        Scalar(
            "array",
            [Parameter.Any],
            args => new ArrayType(args[0].Type, args.Any(a => a.IsNullable)),
            "CAST([{*}] AS {type})",
            variadic: true,
            nullable: Never) with { Coerce = CommonTypes },
        Scalar(
            "array_repeat",
            [Parameter.Any, Parameter.OnlyInt],
            args => new ArrayType(args[0].Type, args[0].IsNullable),
            call => $"CASE WHEN {call[1]} IS NOT NULL THEN list_transform({SeriesSql.Of("CAST(1 AS BIGINT)", $"CAST({call[1]} AS BIGINT)")}, lambda n_: CAST({call[0]} AS {call.DuckTypeOf(0)})) END",
            nullable: args => args[1].IsNullable),

        .. new[] { "size", "cardinality" }.SelectMany(name => (Function[])
        [
            Scalar(name, [Parameter.Array], Gives(new IntegerType()), "CAST(len({0}) AS INTEGER)"),
            Scalar(name, [Parameter.Map], Gives(new IntegerType()), "CAST(cardinality({0}) AS INTEGER)"),
        ]),
        Scalar("array_size", [Parameter.Array], Gives(new IntegerType()), "CAST(len({0}) AS INTEGER)"),
        Scalar("get", [Parameter.Array, Parameter.Int], Element, "(CASE WHEN {1} >= 0 THEN {0}[CAST({1} AS BIGINT) + 1] END)", nullable: args => MayBeNull(args, firstIndex: 0, fails: false)),
        Scalar("element_at", [Parameter.Array, IndexFromOne], Element, call => At(call, tries: false), nullable: args => MayBeNull(args, firstIndex: 1, fails: true)),
        Scalar("try_element_at", [Parameter.Array, IndexFromOne], Element, call => At(call, tries: true), nullable: args => MayBeNull(args, firstIndex: 1, fails: false)),

        Scalar("array_contains", Two, Gives(new BooleanType()), Contains, nullable: args => args.Any(a => a.IsNullable) || HasNulls(args[0])) with { Coerce = ElementCoercion.ArrayAndValue },
        Scalar("array_position", Two, Gives(new LongType()), Position) with { Coerce = ElementCoercion.ArrayAndTypedElement },
        Scalar("array_remove", Two, SameAs(0), Remove) with { Coerce = ElementCoercion.ArrayAndElement },
        Scalar("array_append", Two, Widened, "(CASE WHEN {0} IS NOT NULL THEN list_append({0}, {1}) END)", nullable: args => args[0].IsNullable) with { Coerce = ElementCoercion.ArrayAndElement },
        Scalar("array_prepend", Two, Widened, "(CASE WHEN {0} IS NOT NULL THEN list_prepend({1}, {0}) END)", nullable: args => args[0].IsNullable) with { Coerce = ElementCoercion.ArrayAndElement },
        Scalar("array_insert", [Parameter.Array, Parameter.Int, Parameter.Any], Widened, Insert, nullable: args => args[0].IsNullable || args[1].IsNullable) with { Coerce = InsertTypes },
        Scalar("array_compact", [Parameter.Array], args => new ArrayType(((ArrayType)args[0].Type).ElementType, containsNull: false), "list_filter({0}, lambda e_: e_ IS NOT NULL)"),
        Scalar("array_distinct", [Parameter.Array], SameAs(0), call => Distinct(call[0])),

        Scalar("array_union", Two, Union, call => Distinct($"CAST(({call[0]} || {call[1]}) AS {call.ResultDuckType})")) with { Coerce = ElementCoercion.Arrays },
        Scalar(
            "array_intersect",
            Two,
            args => new ArrayType(((ArrayType)args[0].Type).ElementType, HasNulls(args[0]) && HasNulls(args[1])),
            call => Among(call, "IS NOT NULL")) with { Coerce = ElementCoercion.Arrays },
        Scalar("array_except", Two, SameAs(0), call => Among(call, "IS NULL")) with { Coerce = ElementCoercion.Arrays },
        Scalar("arrays_overlap", Two, Gives(new BooleanType()), Overlap, nullable: args => args.Any(a => a.IsNullable || HasNulls(a))) with { Coerce = ElementCoercion.Arrays },
        Scalar("concat", [Parameter.Array], Union, call => $"CAST(({string.Join(" || ", Enumerable.Range(0, call.Count).Select(i => call[i]))}) AS {call.ResultDuckType})", variadic: true) with { Coerce = ConcatTypes },
        Scalar("flatten", [Nested], Flattened, Flatten, nullable: args => args[0].IsNullable || HasNulls(args[0])),
        Scalar("reverse", [Parameter.Is<ArrayType>("ARRAY")], SameAs(0), "list_reverse({0})"),
        Scalar("slice", [Parameter.Array, Parameter.Int, Parameter.Int], SameAs(0), Slice),
        Scalar("arrays_zip", [Parameter.Array], Zipped, Zip, variadic: true),

        Scalar("array_join", [Parameter.Array, Parameter.OnlyString, Parameter.OnlyString], Gives(new StringType()), Join, optional: 1),
        Scalar("sort_array", [Parameter.Array, Parameter.Boolean], SameAs(0), Sort, optional: 1),
        Scalar("array_max", [Ordered("array_max")], Element, call => Extreme(call, "max", "DESC"), nullable: Always),
        Scalar("array_min", [Ordered("array_min")], Element, call => Extreme(call, "min", "ASC"), nullable: Always),
    ];

    private static Parameter IndexFromOne => new(
        "INT",
        type => type is ByteType or ShortType or IntegerType ? new IntegerType() : null);

    private static Parameter Nested => new(
        "ARRAY of ARRAY",
        type => type is ArrayType { ElementType: ArrayType } ? type : null);

    /// <summary>Whether an array may hold nulls.</summary>
    public static bool HasNulls(BoundExpression array) => array.Type is not ArrayType { ContainsNull: false };

    /// <summary>Whether the element at an index may be null: what Spark knows of arrays written out, and of indexes that fail where there is no element.</summary>
    public static bool MayBeNull(IReadOnlyList<BoundExpression> arguments, int firstIndex, bool fails)
    {
        if (arguments.Any(a => a.IsNullable))
        {
            return true;
        }

        if (arguments[1] is not BoundLiteral { Value: sbyte or short or int or long } literal)
        {
            return !fails || HasNulls(arguments[0]);
        }

        // At a constant position Spark knows the elements of arrays that the query makes, and expects nulls in all others.
        if (arguments[0] is not BoundCall { Function.Name: "array", Arguments: var elements })
        {
            return true;
        }

        var index = Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture);
        var position = index < 0 && firstIndex == 1 ? elements.Count + index : index - firstIndex;
        return position >= 0 && position < elements.Count ? elements[(int)position].IsNullable : !fails;
    }

    private static Parameter Ordered(string function) => new(
        "ARRAY",
        type => type is ArrayType { ElementType: MapType } ? throw EmbeddedErrors.InvalidOrderingType(function, type) : Parameter.Array.Accept(type));

    private static DataType Element(IReadOnlyList<BoundExpression> arguments) => ((ArrayType)arguments[0].Type).ElementType;

    private static ArrayType Widened(IReadOnlyList<BoundExpression> arguments) => new(Element(arguments), containsNull: true);

    private static ArrayType Union(IReadOnlyList<BoundExpression> arguments) => new(Element(arguments), arguments.Any(HasNulls));

    private static DataType Flattened(IReadOnlyList<BoundExpression> arguments) => Element(arguments);

    private static ArrayType Zipped(IReadOnlyList<BoundExpression> arguments) => new(
        new StructType(arguments.Select((a, i) => new StructField(a is BoundColumn column ? column.Name : $"{i}", ((ArrayType)a.Type).ElementType))),
        containsNull: false);

    private static IReadOnlyList<DataType>? CommonTypes(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();
        var common = TypeCoercion.CommonType(types) ?? throw EmbeddedErrors.DataDifferentTypes("array", types);
        return [.. types.Select(_ => common)];
    }

    private static IReadOnlyList<DataType>? InsertTypes(IReadOnlyList<BoundExpression> arguments) =>
        ElementCoercion.ArrayAndElement([arguments[0], arguments[2]]) is [var array, var element] && arguments[1].Type is IntegerType or ShortType or ByteType
            ? [array, new IntegerType(), element]
            : null;

    private static IReadOnlyList<DataType>? ConcatTypes(IReadOnlyList<BoundExpression> arguments) =>
        arguments.Any(a => a.Type is ArrayType) && arguments.Any(a => a.Type is not ArrayType)
            ? throw EmbeddedErrors.DataDifferentTypes("concat", arguments.Select(a => a.Type))
            : ElementCoercion.ArraysWidened(arguments);

    private static string At(CallSql call, bool tries)
    {
        var index = $"CAST({call[1]} AS BIGINT)";
        var zero = SqlText.Fail("INVALID_INDEX_OF_ZERO", "The index 0 is invalid: the first element has the index 1, the last -1.");
        var outside = $"error('[INVALID_ARRAY_INDEX_IN_ELEMENT_AT] The index ' || {call[1]} || ' is out of bounds: the array has ' || len({call[0]}) || ' elements. Use try_element_at to have null in its place.')";
        var checkedRange = tries ? "" : $" WHEN abs({index}) > len({call[0]}) THEN {outside}";
        return $"(CASE WHEN {call[1]} = 0 THEN {zero}{checkedRange} ELSE {call[0]}[{index}] END)";
    }

    private static string Contains(CallSql call)
    {
        var found = $"list_contains({call[0]}, {call[1]})";
        return HasNulls(call.Argument(0)) ? $"(CASE WHEN {found} THEN true WHEN {call[1]} IS NOT NULL AND list_position({call[0]}, NULL) IS NULL THEN {found} END)" : found;
    }

    private static string Position(CallSql call)
    {
        var position = $"CAST(COALESCE(list_position({call[0]}, {call[1]}), 0) AS BIGINT)";
        return call.Call.IsNullable ? $"(CASE WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN {position} END)" : position;
    }

    private static string Remove(CallSql call)
    {
        var kept = $"list_filter({call[0]}, lambda e_: e_ IS DISTINCT FROM {call[1]})";
        return call.Argument(1).IsNullable ? $"(CASE WHEN {call[1]} IS NOT NULL THEN {kept} END)" : kept;
    }

    // Each value where it stands first.
    private static string Distinct(string array) =>
        $"list_transform([{array}], lambda all_: list_filter(all_, lambda each_, at_: list_position(all_, each_) = at_))[1]";

    private static string Among(CallSql call, string found)
    {
        var kept = Distinct($"list_filter({call[0]}, lambda one_: list_position({call[1]}, one_) {found})");
        return call.Argument(1).IsNullable ? $"(CASE WHEN {call[1]} IS NOT NULL THEN {kept} END)" : kept;
    }

    private static string Overlap(CallSql call)
    {
        var (a, b) = (call[0], call[1]);
        return $"(CASE WHEN {a} IS NULL OR {b} IS NULL THEN NULL WHEN list_has_any({a}, {b}) THEN true " +
            $"WHEN len({a}) > 0 AND len({b}) > 0 AND (list_position({a}, NULL) IS NOT NULL OR list_position({b}, NULL) IS NOT NULL) THEN NULL ELSE false END)";
    }

    // An array that holds null in place of an array has no flat form.
    private static string Flatten(CallSql call)
    {
        var flat = $"CAST(flatten({call[0]}) AS {call.ResultDuckType})";
        return HasNulls(call.Argument(0)) ? $"(CASE WHEN list_position({call[0]}, NULL) IS NULL THEN {flat} END)" : flat;
    }

    private static string Slice(CallSql call)
    {
        var (array, start, length) = (call[0], $"CAST({call[1]} AS BIGINT)", call[2]);
        var zero = SqlText.Fail("INVALID_PARAMETER_VALUE.START", "slice begins at 1, or at -1 from the end, not at 0.");
        var negative = SqlText.Fail("INVALID_PARAMETER_VALUE.LENGTH", "The length of slice must not be negative.");
        var first = $"CASE WHEN {start} < 0 THEN len({array}) + {start} + 1 ELSE {start} END";
        return $"(CASE WHEN {start} = 0 THEN {zero} WHEN {length} < 0 THEN {negative} WHEN {start} < -len({array}) OR {length} = 0 THEN {array}[1:0] " +
            $"ELSE list_slice({array}, {first}, {first} + {length} - 1) END)";
    }

    private static string Insert(CallSql call)
    {
        var (array, at, value) = (call[0], $"CAST({call[1]} AS BIGINT)", $"[CAST({call[2]} AS {call.DuckTypeOf(2)})]");
        var zero = SqlText.Fail("INVALID_INDEX_OF_ZERO", "The index 0 is invalid: the first element has the index 1, the last -1.");
        string Nulls(string count) => $"list_transform({SeriesSql.Of("CAST(1 AS BIGINT)", $"({count})")}, lambda n_: CAST(NULL AS {call.DuckTypeOf(2)}))";
        var place = $"(CASE WHEN {at} < 0 THEN len({array}) + {at} + 2 ELSE {at} END)";
        return $"(CASE WHEN {array} IS NULL OR {at} IS NULL THEN NULL WHEN {at} = 0 THEN {zero} " +
            $"WHEN {place} < 1 THEN {value} || {Nulls($"1 - {place}")} || {array} " +
            $"WHEN {place} > len({array}) THEN {array} || {Nulls($"{place} - len({array}) - 1")} || {value} " +
            $"ELSE {array}[1:{place} - 1] || {value} || {array}[{place}:] END)";
    }

    private static string Zip(CallSql call)
    {
        var zipped = $"CAST(list_zip({call.All}) AS {call.ResultDuckType})";
        var present = string.Join(" AND ", Enumerable.Range(0, call.Count).Select(i => $"{call[i]} IS NOT NULL"));
        return call.Call.IsNullable ? $"(CASE WHEN {present} THEN {zipped} END)" : zipped;
    }

    private static string Join(CallSql call)
    {
        var texts = CastSql.Write(call[0], call.TypeOf(0), new ArrayType(new StringType()), isTry: false, call.TimeZone);
        var items = call.Count > 2 ? $"list_transform({texts}, lambda e_: COALESCE(e_, {call[2]}))" : texts;
        var present = string.Join(" AND ", Enumerable.Range(0, call.Count).Where(i => call.Argument(i).IsNullable).Select(i => $"{call[i]} IS NOT NULL"));

        // DuckDB gives null where every item is.
        var joined = $"COALESCE(array_to_string({items}, {call[1]}), '')";
        return present.Length == 0 ? joined : $"(CASE WHEN {present} THEN {joined} END)";
    }

    private static string Extreme(CallSql call, string name, string order) => ((ArrayType)call.TypeOf(0)).ElementType is var element && OrderKeySql.ConcernsExtremes(element)
        ? $"({OrderKeySql.Sorted(call[0], element, $"'{order}', 'NULLS LAST'")})[1]"
        : $"list_{name}({call[0]})";

    private static string Sort(CallSql call)
    {
        var element = ((ArrayType)call.TypeOf(0)).ElementType;
        if (element is MapType)
        {
            throw EmbeddedErrors.InvalidOrderingType("sort_array", call.TypeOf(0));
        }

        var ascending = $"CAST({OrderKeySql.Sorted(call[0], element, "'ASC', 'NULLS FIRST'")} AS {call.ResultDuckType})";
        var descending = $"CAST({OrderKeySql.Sorted(call[0], element, "'DESC', 'NULLS LAST'")} AS {call.ResultDuckType})";
        return call.Count == 1 || call.Argument(1) is BoundLiteral { Value: true } ? ascending
            : call.Argument(1) is BoundLiteral { Value: false } ? descending
            : $"(CASE WHEN {call[1]} THEN {ascending} WHEN NOT {call[1]} THEN {descending} END)";
    }
}
