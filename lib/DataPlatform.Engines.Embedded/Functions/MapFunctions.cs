using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of maps. A key that comes twice, or is null, is an error (<c>DUPLICATED_MAP_KEY</c>, <c>NULL_MAP_KEY</c>).</summary>
internal static class MapFunctions
{
    private static readonly Parameter Entries = new(
        "ARRAY of pair STRUCT",
        type => type is ArrayType { ElementType: StructType { Fields.Count: 2 } } ? type : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("map", [Parameter.Any], MapOf, Map, optional: 1, variadic: true, nullable: Never) with { Coerce = MapTypes },
        Scalar("map_from_arrays", [Parameter.Array, Parameter.Array], FromArraysType, FromArrays),
        Scalar("map_from_entries", [Entries], FromEntriesType, FromEntries, nullable: args => args[0].IsNullable || ArrayFunctions.HasNulls(args[0])),
        Scalar(
            "str_to_map",
            [Parameter.String, Parameter.String, Parameter.String],
            Gives(new MapType(new StringType(), new StringType())),
            TextToMap,
            optional: 2),

        Scalar("element_at", [Parameter.Map, Parameter.Any], Value, "map_extract_value({0}, {1})", nullable: Always) with { Coerce = ElementCoercion.MapAndKey },
        Scalar("try_element_at", [Parameter.Map, Parameter.Any], Value, "map_extract_value({0}, {1})", nullable: Always) with { Coerce = ElementCoercion.MapAndKey },
        Scalar("map_contains_key", [Parameter.Map, Parameter.Any], Gives(new BooleanType()), "map_contains({0}, {1})", nullable: Always) with { Coerce = ElementCoercion.MapAndSoughtKey },
        Scalar("map_keys", [MapOrNull], args => new ArrayType(((MapType)args[0].Type).KeyType), "map_keys({0})"),
        Scalar("map_values", [MapOrNull], args => new ArrayType(((MapType)args[0].Type).ValueType), "map_values({0})"),
        Scalar("map_entries", [MapOrNull], args => new ArrayType(EntryType((MapType)args[0].Type), containsNull: false), "map_entries({0})"),
        Scalar("map_concat", [Parameter.Any], ConcatType, Concat, optional: 1, variadic: true) with { Coerce = ConcatTypes },
    ];

    /// <summary>The struct of a map's entries.</summary>
    public static StructType EntryType(MapType map) =>
        new([new StructField("key", map.KeyType, isNullable: false), new StructField("value", map.ValueType, map.ValueContainsNull)]);

    private static Parameter MapOrNull => new("MAP", type => type is NullType ? new MapType(type, type) : Parameter.Map.Accept(type));

    private static DataType Value(IReadOnlyList<BoundExpression> arguments) => ((MapType)arguments[0].Type).ValueType;

    private static IReadOnlyList<DataType>? MapTypes(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments.Count % 2 != 0)
        {
            throw EmbeddedErrors.WrongNumberOfArguments("map", "2n (n > 0)", arguments.Count);
        }

        var key = CommonOf(arguments, 0);
        var value = CommonOf(arguments, 1);
        return [.. arguments.Select((_, i) => i % 2 == 0 ? key : value)];
    }

    private static DataType CommonOf(IReadOnlyList<BoundExpression> arguments, int first)
    {
        var types = arguments.Where((_, i) => i % 2 == first).Select(a => a.Type).ToList();
        return TypeCoercion.CommonType(types) ?? throw EmbeddedErrors.DataDifferentTypes("map", types);
    }

    private static MapType MapOf(IReadOnlyList<BoundExpression> arguments) => arguments.Count == 0
        ? new MapType(new NullType(), new NullType(), valueContainsNull: false)
        : WithKey(arguments[0].Type, arguments[1].Type, arguments.Where((a, i) => i % 2 == 1 && a.IsNullable).Any());

    private static MapType WithKey(DataType key, DataType value, bool hasNulls) =>
        key is MapType or VariantType ? throw EmbeddedErrors.InvalidMapKeyType(key) : new MapType(key, value, hasNulls);

    private static string Map(CallSql call)
    {
        var type = (MapType)call.Type;
        string Of(int first, DataType element) =>
            $"CAST([{string.Join(", ", Enumerable.Range(0, call.Count).Where(i => i % 2 == first).Select(i => call[i]))}] AS {DuckTypes.Of(element)}[])";
        return $"MAP({Of(0, type.KeyType)}, {Of(1, type.ValueType)})";
    }

    private static MapType FromArraysType(IReadOnlyList<BoundExpression> arguments)
    {
        var (keys, values) = ((ArrayType)arguments[0].Type, (ArrayType)arguments[1].Type);
        return WithKey(keys.ElementType, values.ElementType, values.ContainsNull);
    }

    private static string FromArrays(CallSql call) => call.Call.IsNullable
        ? $"(CASE WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN MAP({call[0]}, {call[1]}) END)"
        : $"MAP({call[0]}, {call[1]})";

    private static MapType FromEntriesType(IReadOnlyList<BoundExpression> arguments)
    {
        var fields = ((StructType)((ArrayType)arguments[0].Type).ElementType).Fields;
        return WithKey(fields[0].DataType, fields[1].DataType, fields[1].IsNullable);
    }

    private static string FromEntries(CallSql call)
    {
        var map = $"CAST(map_from_entries({call[0]}) AS {call.ResultDuckType})";
        return ArrayFunctions.HasNulls(call.Argument(0)) ? $"(CASE WHEN list_position({call[0]}, NULL) IS NULL THEN {map} END)" : map;
    }

    // The separators are constants: Spark reads them as regular expressions, and without one in them they stand for themselves.
    private static string TextToMap(CallSql call)
    {
        var (pair, value) = (Separator(call, 1, ","), Separator(call, 2, ":"));
        var entries = $"list_transform(string_split({call[0]}, {pair}), lambda e_: {{'key': CASE WHEN contains(e_, {value}) THEN left(e_, strpos(e_, {value}) - 1) ELSE e_ END, " +
            $"'value': CASE WHEN contains(e_, {value}) THEN substr(e_, strpos(e_, {value}) + length({value})) END}})";
        return $"CAST(map_from_entries({entries}) AS {call.ResultDuckType})";
    }

    private static string Separator(CallSql call, int index, string standard)
    {
        var text = call.Count > index ? (string?)call.Constant(index) ?? standard : standard;
        return text.Length > 0 && text.IndexOfAny(['\\', '.', '[', ']', '(', ')', '{', '}', '*', '+', '?', '^', '$', '|']) < 0
            ? SqlText.Quote(text)
            : throw EmbeddedErrors.UnsupportedFeature("str_to_map with separators that are regular expressions", "Give separators that stand for themselves, such as a comma.");
    }

    private static IReadOnlyList<DataType>? ConcatTypes(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();
        if (types.Any(t => t is not MapType))
        {
            throw EmbeddedErrors.MapConcatDifferentTypes(types);
        }

        var common = types.Count == 0 ? null : TypeCoercion.CommonType(types) ?? throw EmbeddedErrors.MapConcatDifferentTypes(types);
        return [.. types.Select(t => (MapType)common! with { ValueContainsNull = ((MapType)t).ValueContainsNull })];
    }

    private static DataType ConcatType(IReadOnlyList<BoundExpression> arguments) => arguments.Count == 0
        ? new MapType(new StringType(), new StringType(), valueContainsNull: true)
        : (MapType)arguments[0].Type with { ValueContainsNull = arguments.Any(a => ((MapType)a.Type).ValueContainsNull) };

    private static string Concat(CallSql call)
    {
        if (call.Count == 0)
        {
            return $"CAST(MAP {{}} AS {call.ResultDuckType})";
        }

        var entries = string.Join(" || ", Enumerable.Range(0, call.Count).Select(i => $"map_entries({call[i]})"));
        return $"CAST(map_from_entries({entries}) AS {call.ResultDuckType})";
    }
}
