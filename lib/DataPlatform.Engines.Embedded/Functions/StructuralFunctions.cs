using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>What the analyzer itself builds calls of: CASE, parts of values, structs. They have no name in the function table.</summary>
internal static class StructuralFunctions
{
    /// <summary>Condition, value, condition, value, … and perhaps a value for the rest.</summary>
    public static Function CaseWhen { get; } = Scalar("when", [Parameter.Any], SameAs(1), CaseSql, variadic: true);

    /// <summary>An array's element by position from 0; outside is an error.</summary>
    public static Function ArrayItem { get; } = Scalar(
        "getarrayitem",
        [Parameter.Array, Parameter.Integral],
        args => ((ArrayType)args[0].Type).ElementType,
        call => $"(CASE WHEN {call[1]} < 0 OR {call[1]} >= len({call[0]}) THEN " +
            $"error('[INVALID_ARRAY_INDEX] The index ' || {call[1]} || ' is out of bounds: the array has ' || len({call[0]}) || ' elements. Use get() to have null in its place.') " +
            $"ELSE {call[0]}[CAST({call[1]} AS BIGINT) + 1] END)",
        nullable: args => ArrayFunctions.MayBeNull(args, firstIndex: 0, fails: true));

    /// <summary>A map's value by key; null where the key is missing.</summary>
    public static Function MapValue { get; } = Scalar(
        "getmapvalue", [Parameter.Map, Parameter.Any], args => ((MapType)args[0].Type).ValueType, "map_extract_value({0}, {1})", nullable: Always);

    /// <summary>A field of each of an array's structs. The second argument names it.</summary>
    public static Function ArrayField { get; } = Scalar(
        "getarraystructfields",
        [Parameter.Array, Parameter.String],
        args => ArrayOfField((ArrayType)args[0].Type, (string)((BoundLiteral)args[1]).Value!),
        call => $"list_transform({call[0]}, lambda item: item.{SqlText.Name((string)call.Constant(1)!)})");

    /// <summary>A struct of values; the names are those of the result's type.</summary>
    public static Function StructOf { get; } = Scalar("named_struct", [Parameter.Any], SameAs(0), StructSql, variadic: true, nullable: Never);

    /// <summary>The second argument where the first is not null, else null.</summary>
    public static Function WhereNotNull { get; } = Scalar(
        "wherenotnull", [Parameter.Any, Parameter.Any], SameAs(1), "(CASE WHEN {0} IS NOT NULL THEN {1} END)");

    private static string CaseSql(CallSql call)
    {
        var branches = Enumerable.Range(0, call.Count / 2).Select(i => $"WHEN {call[2 * i]} THEN {call[(2 * i) + 1]}");
        var rest = call.Count % 2 == 1 ? $" ELSE {call[call.Count - 1]}" : "";
        return $"(CASE {string.Join(" ", branches)}{rest} END)";
    }

    private static string StructSql(CallSql call)
    {
        var fields = ((StructType)call.Type).Fields;
        return $"struct_pack({string.Join(", ", fields.Select((f, i) => $"{SqlText.Name(f.Name)} := {call[i]}"))})";
    }

    private static ArrayType ArrayOfField(ArrayType array, string name)
    {
        var field = ((StructType)array.ElementType).Find(name)!;
        return new ArrayType(field.DataType, array.ContainsNull || field.IsNullable);
    }

    /// <summary>Refuses what DuckDB's structs cannot hold.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.EMBEDDED_ENGINE</c>: two fields of one name, case aside.</exception>
    public static void CheckNames(IEnumerable<string> fields)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!fields.All(names.Add))
        {
            throw EmbeddedErrors.UnsupportedFeature("a struct with two fields of one name", "Give each field a name of its own.");
        }
    }
}
