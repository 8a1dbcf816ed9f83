using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// Functions that make rows of a row: each gives a struct of the columns it makes, and its SQL is a query. The forms that end in <c>_outer</c> make a row of nulls where there would be none.
/// </summary>
internal static class GeneratorFunctions
{
    private static readonly Parameter StructArray = new("ARRAY of STRUCT", type => type is ArrayType { ElementType: StructType } ? type : null);

    private static readonly Parameter Strictly = new("ARRAY", type => type as ArrayType);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. WithOuter("explode", [Strictly], args => new StructType([Item(args)]), "SELECT unnest({0})"),
        .. WithOuter("explode", [Parameter.Map], args => Entries(args, []), "SELECT unnest(map_keys({0})), unnest(map_values({0}))"),
        .. WithOuter("posexplode", [Strictly], args => new StructType([Position, Item(args)]), "SELECT CAST(generate_subscripts({0}, 1) - 1 AS INTEGER), unnest({0})"),
        .. WithOuter(
            "posexplode",
            [Parameter.Map],
            args => Entries(args, [Position]),
            "SELECT CAST(generate_subscripts(map_keys({0}), 1) - 1 AS INTEGER), unnest(map_keys({0})), unnest(map_values({0}))"),
        .. WithOuter("inline", [StructArray], InlineType, Inline),
        Generator("stack", [Parameter.Int, Parameter.Any], StackType, Stack, variadic: true) with { Coerce = StackTypes },
    ];

    private static StructField Position => new("pos", new IntegerType(), isNullable: false);

    private static IEnumerable<Function> WithOuter(
        string name, IReadOnlyList<Parameter> parameters, Func<IReadOnlyList<BoundExpression>, DataType> result, string sql) =>
        WithOuter(name, parameters, result, SqlForms.Template(sql));

    private static IEnumerable<Function> WithOuter(
        string name, IReadOnlyList<Parameter> parameters, Func<IReadOnlyList<BoundExpression>, DataType> result, SqlForm sql) =>
        new[] { name, name + "_outer" }.Select(each => Generator(each, parameters, result, sql));

    /// <summary>A function that makes rows; its SQL is a query with the columns of its struct.</summary>
    public static Function Generator(
        string name, IReadOnlyList<Parameter> parameters, Func<IReadOnlyList<BoundExpression>, DataType> result, SqlForm sql, int optional = 0, bool variadic = false) =>
        new(name, FunctionKind.Generator)
        {
            Parameters = parameters,
            RequiredArguments = parameters.Count - optional,
            IsVariadic = variadic,
            Result = result,
            Nullable = Never,
            Sql = sql,
        };

    private static StructField Item(IReadOnlyList<BoundExpression> arguments)
    {
        var type = (ArrayType)arguments[0].Type;
        return new StructField("col", type.ElementType, type.ContainsNull);
    }

    private static StructType Entries(IReadOnlyList<BoundExpression> arguments, IEnumerable<StructField> before) =>
        new([.. before, .. MapFunctions.EntryType((MapType)arguments[0].Type).Fields]);

    private static StructType InlineType(IReadOnlyList<BoundExpression> arguments)
    {
        var array = (ArrayType)arguments[0].Type;
        return new StructType(((StructType)array.ElementType).Fields.Select(f => f.WithNullable(f.IsNullable || array.ContainsNull)));
    }

    private static string Inline(CallSql call)
    {
        var fields = ((StructType)call.Type).Fields.Select(f => $"struct_extract(row_, {SqlText.Quote(f.Name)})");
        return $"SELECT {string.Join(", ", fields)} FROM (SELECT unnest({call[0]}) AS row_)";
    }

    private static int Width(IReadOnlyList<BoundExpression> arguments)
    {
        var rows = arguments[0] is BoundLiteral { Value: int count } ? count : throw EmbeddedErrors.NonFoldableArgument("stack", 0);
        return rows > 0 ? (arguments.Count - 1 + rows - 1) / rows : throw EmbeddedErrors.ValueOutOfRange("number of rows", "(0, 2147483647]", $"{rows}");
    }

    // The values of a column have one type.
    private static IReadOnlyList<DataType>? StackTypes(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments[0].Type is not IntegerType)
        {
            throw EmbeddedErrors.UnexpectedInputType("stack", 0, "INT", arguments[0].Type);
        }

        var width = Width(arguments);
        var columns = Enumerable.Range(0, width).Select(column =>
        {
            var types = arguments.Skip(1).Where((_, i) => i % width == column).Select(a => a.Type).ToList();
            return TypeCoercion.CommonType(types) ?? throw EmbeddedErrors.DataDifferentTypes("stack", types);
        }).ToList();
        return [new IntegerType(), .. arguments.Skip(1).Select((_, i) => columns[i % width])];
    }

    private static StructType StackType(IReadOnlyList<BoundExpression> arguments) => new(
        arguments.Skip(1).Take(Width(arguments)).Select((a, i) => new StructField($"col{i}", a.Type)));

    private static string Stack(CallSql call)
    {
        var columns = ((StructType)call.Type).Fields;
        var values = Enumerable.Range(1, call.Count - 1).Select(i => call[i]).ToList();
        var rows = values.Chunk(columns.Count).Select(row => $"SELECT {string.Join(", ", columns.Select((c, i) => i < row.Length ? row[i] : $"CAST(NULL AS {DuckTypes.Of(c.DataType)})"))}");
        return string.Join(" UNION ALL ", rows);
    }
}
