using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions that take a function.</summary>
internal static class LambdaFunctions
{
    private static readonly DataType Index = new IntegerType();

    private static readonly Parameter Strictly = new("ARRAY", type => type as ArrayType);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        OverArray("transform", args => new ArrayType(args[1].Type, args[1].IsNullable), call => $"CAST(list_transform({call[0]}, {WithIndex(call)}) AS {call.ResultDuckType})"),
        OverArray("filter", args => Predicate(args, "filter") ? args[0].Type : args[0].Type, call => $"list_filter({call[0]}, {WithIndex(call)})", withIndex: true),
        OverArray("exists", args => BooleanOf(args, "exists"), call => Any(call, true), withIndex: false) with { Nullable = AnyNull },
        OverArray("any", args => BooleanOf(args, "any"), call => Any(call, true), withIndex: false) with { Nullable = AnyNull },
        OverArray("forall", args => BooleanOf(args, "forall"), call => Any(call, false), withIndex: false) with { Nullable = AnyNull },
        .. new[] { "aggregate", "reduce" }.Select(name =>
            Scalar(name, [Strictly, Parameter.Any, Parameter.Lambda, Parameter.Lambda], args => ReducedType(args), Reduce, optional: 1, nullable: Always) with
            {
                LambdaParameters = (args, count) => args.Count == 2 ? [(args[1].Type, true), Element(args[0])] : [(args[1].Type, true)],
            }),
        Scalar("array_sort", [Parameter.Array], SameAs(0), call => $"CAST({OrderKeySql.Sorted(call[0], ((ArrayType)call.TypeOf(0)).ElementType, "'ASC', 'NULLS LAST'")} AS {call.ResultDuckType})"),
        Scalar("array_sort", [Strictly, Parameter.Lambda], SortedType, Sort, nullable: args => args[0].IsNullable) with
        {
            LambdaParameters = (args, _) => [Element(args[0]), Element(args[0])],
        },
        Scalar("zip_with", [Strictly, Strictly, Parameter.Lambda], args => new ArrayType(args[2].Type, args[2].IsNullable), ZipWith, nullable: args => args[0].IsNullable || args[1].IsNullable) with
        {
            LambdaParameters = (args, _) => [(Element(args[0]).Type, true), (Element(args[1]).Type, true)],
        },
        OverMap("map_filter", args => Predicate(args, "map_filter") ? args[0].Type : args[0].Type, call => FromEntries(call, $"list_filter(map_entries({call[0]}), {OfEntry(call, (k, v) => call.Lambda(1, k, v))})")),
        OverMap(
            "transform_keys",
            args => new MapType(args[1].Type, ((MapType)args[0].Type).ValueType, ((MapType)args[0].Type).ValueContainsNull),
            call => FromEntries(call, $"list_transform(map_entries({call[0]}), {OfEntry(call, (k, v) => $"{{'key': {call.Lambda(1, k, v)}, 'value': {v}}}")})")),
        OverMap(
            "transform_values",
            args => new MapType(((MapType)args[0].Type).KeyType, args[1].Type, args[1].IsNullable),
            call => FromEntries(call, $"list_transform(map_entries({call[0]}), {OfEntry(call, (k, v) => $"{{'key': {k}, 'value': {call.Lambda(1, k, v)}}}")})")),
        Scalar("map_zip_with", [Parameter.Map, Parameter.Map, Parameter.Lambda], ZippedMap, ZipMaps, nullable: args => args[0].IsNullable || args[1].IsNullable) with
        {
            LambdaParameters = (args, _) =>
            [
                (((MapType)args[0].Type).KeyType, false), (((MapType)args[0].Type).ValueType, true), (((MapType)args[1].Type).ValueType, true),
            ],
        },
    ];

    private static Function OverArray(string name, Func<IReadOnlyList<BoundExpression>, DataType> result, SqlForm sql, bool withIndex = true) =>
        Scalar(name, [Strictly, Parameter.Lambda], result, sql, nullable: args => args[0].IsNullable) with
        {
            LambdaParameters = (args, count) => withIndex && count == 2 ? [Element(args[0]), (Index, false)] : [Element(args[0])],
        };

    private static Function OverMap(string name, Func<IReadOnlyList<BoundExpression>, DataType> result, SqlForm sql) =>
        Scalar(name, [Parameter.Map, Parameter.Lambda], result, sql, nullable: args => args[0].IsNullable) with
        {
            LambdaParameters = (args, _) => [(((MapType)args[0].Type).KeyType, false), (((MapType)args[0].Type).ValueType, ((MapType)args[0].Type).ValueContainsNull)],
        };

    private static (DataType Type, bool IsNullable) Element(BoundExpression array) =>
        array.Type is ArrayType type ? (type.ElementType, type.ContainsNull) : (new NullType(), true);

    private static bool AnyNull(IReadOnlyList<BoundExpression> arguments) => arguments[0].IsNullable || arguments[1].IsNullable;

    private static bool Predicate(IReadOnlyList<BoundExpression> arguments, string function) => arguments[^1].Type is BooleanType or NullType
        ? true
        : throw EmbeddedErrors.UnexpectedInputType(function, arguments.Count - 1, "BOOLEAN", arguments[^1].Type);

    private static BooleanType BooleanOf(IReadOnlyList<BoundExpression> arguments, string function)
    {
        Predicate(arguments, function);
        return new BooleanType();
    }

    // Names of our own must not meet those of lambdas inside: they carry the number of the lambda's first parameter.
    private static string Own(CallSql call, int index, string name) =>
        name + ((BoundLambda)call.Argument(index)).Parameters[0].Id.ToString(CultureInfo.InvariantCulture);

    // DuckDB counts from one.
    private static string WithIndex(CallSql call)
    {
        var (each, at) = (Own(call, 1, "each"), Own(call, 1, "at"));
        return ((BoundLambda)call.Argument(1)).Parameters.Count == 1
            ? $"lambda {each}: {call.Lambda(1, each)}"
            : $"lambda {each}, {at}: {call.Lambda(1, each, $"CAST({at} - 1 AS INTEGER)")}";
    }

    // Three-valued: one that decides it, else null where one is unknown.
    private static string Any(CallSql call, bool deciding)
    {
        var each = Own(call, 1, "each");
        var word = deciding ? "true" : "false";
        var answers = $"CAST(list_transform({call[0]}, lambda {each}: {call.Lambda(1, each)}) AS BOOLEAN[])";
        return $"list_transform([{answers}], lambda a_: CASE WHEN a_ IS NULL THEN NULL WHEN list_contains(a_, {word}) THEN {word} " +
            $"WHEN list_position(a_, NULL) IS NOT NULL THEN NULL ELSE NOT {word} END)[1]";
    }

    private static DataType ReducedType(IReadOnlyList<BoundExpression> arguments)
    {
        if (!SameIgnoringNulls(arguments[2].Type, arguments[1].Type) && arguments[2].Type is not NullType)
        {
            throw EmbeddedErrors.UnexpectedInputType("aggregate", 2, arguments[1].Type.Sql, arguments[2].Type);
        }

        return arguments.Count > 3 ? arguments[3].Type : arguments[1].Type;
    }

    private static bool SameIgnoringNulls(DataType a, DataType b) => (a, b) switch
    {
        (ArrayType x, ArrayType y) => SameIgnoringNulls(x.ElementType, y.ElementType),
        (MapType x, MapType y) => SameIgnoringNulls(x.KeyType, y.KeyType) && SameIgnoringNulls(x.ValueType, y.ValueType),
        (StructType x, StructType y) => x.Fields.Count == y.Fields.Count
            && x.Fields.Zip(y.Fields).All(f => SameIgnoringNulls(f.First.DataType, f.Second.DataType)),
        _ => a == b,
    };

    // DuckDB wants the running value to be of the elements' type: both travel in one struct.
    private static string Reduce(CallSql call)
    {
        var (state, item) = (Own(call, 2, "state"), Own(call, 2, "item"));
        var (stateType, itemType) = (call.DuckTypeOf(1), DuckTypes.Of(Element(call.Argument(0)).Type));
        var items = $"list_transform({call[0]}, lambda {item}: struct_pack(a := CAST(NULL AS {stateType}), x := CAST({item} AS {itemType})))";
        var body = $"struct_pack(a := CAST({call.Lambda(2, $"{state}.a", $"{item}.x")} AS {stateType}), x := CAST(NULL AS {itemType}))";
        var start = $"struct_pack(a := CAST({call[1]} AS {stateType}), x := CAST(NULL AS {itemType}))";
        var reduced = $"struct_extract(list_reduce({items}, lambda {state}, {item}: {body}, {start}), 'a')";
        if (call.Count == 3)
        {
            return reduced;
        }

        var last = Own(call, 3, "last");
        return $"(CASE WHEN {call[0]} IS NOT NULL THEN list_transform([{reduced}], lambda {last}: {call.Lambda(3, last)})[1] END)";
    }

    private static DataType SortedType(IReadOnlyList<BoundExpression> arguments) => arguments[1].Type is IntegerType
        ? arguments[0].Type
        : throw EmbeddedErrors.UnexpectedReturnType("array_sort", new IntegerType(), arguments[1].Type);

    // An element's place is the number of those that come before it; equal ones keep their order.
    private static string Sort(CallSql call)
    {
        var (all, each, at, other, place) = (Own(call, 1, "all"), Own(call, 1, "each"), Own(call, 1, "at"), Own(call, 1, "other"), Own(call, 1, "place"));
        var unknown = SqlText.Fail("COMPARATOR_RETURNS_NULL", "The function given to array_sort must not give null.");
        var compared = $"COALESCE({call.Lambda(1, other, each)}, {unknown})";
        var before = $"len(list_filter({all}, lambda {other}, {place}: {compared} < 0 OR ({compared} = 0 AND {place} < {at})))";
        var placed = $"list_transform({all}, lambda {each}, {at}: struct_pack(r := {before}, v := {each}))";
        return $"list_transform([{call[0]}], lambda {all}: list_transform(list_sort({placed}), lambda {each}: {each}.v))[1]";
    }

    private static string ZipWith(CallSql call)
    {
        var pair = Own(call, 2, "pair");
        var body = call.Lambda(2, $"struct_extract({pair}, 1)", $"struct_extract({pair}, 2)");
        var zipped = $"CAST(list_transform(list_zip({call[0]}, {call[1]}), lambda {pair}: {body}) AS {call.ResultDuckType})";
        return call.Call.IsNullable ? $"(CASE WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN {zipped} END)" : zipped;
    }

    private static string OfEntry(CallSql call, Func<string, string, string> body)
    {
        var entry = Own(call, 1, "entry");
        return $"lambda {entry}: {body($"{entry}.key", $"{entry}.value")}";
    }

    private static string FromEntries(CallSql call, string entries) => $"CAST(map_from_entries({entries}) AS {call.ResultDuckType})";

    private static DataType ZippedMap(IReadOnlyList<BoundExpression> arguments) =>
        new MapType(((MapType)arguments[0].Type).KeyType, arguments[2].Type, arguments[2].IsNullable);

    private static string ZipMaps(CallSql call)
    {
        var key = Own(call, 2, "key");
        var body = call.Lambda(2, key, $"map_extract_value({call[0]}, {key})", $"map_extract_value({call[1]}, {key})");
        var keys = $"(map_keys({call[0]}) || list_filter(map_keys({call[1]}), lambda k_: NOT list_contains(map_keys({call[0]}), k_)))";
        return FromEntries(call, $"list_transform({keys}, lambda {key}: {{'key': {key}, 'value': {body}}})");
    }
}
