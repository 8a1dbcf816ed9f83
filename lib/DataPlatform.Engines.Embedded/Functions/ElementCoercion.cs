using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Argument types of functions that take an array or a map together with one of its elements or keys. Text is never read as another type for it.</summary>
internal static class ElementCoercion
{
    /// <summary>An array and an element of its tightest type.</summary>
    public static IReadOnlyList<DataType>? ArrayAndElement(IReadOnlyList<BoundExpression> arguments) => ArrayAndElement(arguments, TypeCoercion.Tightest);

    /// <summary>As <see cref="ArrayAndElement(IReadOnlyList{BoundExpression})"/>, where one of them has a type.</summary>
    public static IReadOnlyList<DataType>? ArrayAndTypedElement(IReadOnlyList<BoundExpression> arguments) =>
        arguments[0].Type is NullType || (arguments[0].Type is ArrayType { ElementType: NullType } && arguments[1].Type is NullType)
            ? throw EmbeddedErrors.NullTyped("array", "element")
            : ArrayAndElement(arguments);

    /// <summary>An array and an element that must not be the null literal, both as wide as they need.</summary>
    public static IReadOnlyList<DataType>? ArrayAndValue(IReadOnlyList<BoundExpression> arguments) => arguments[1].Type is NullType && arguments[0].Type is ArrayType
        ? throw EmbeddedErrors.NullTyped("array", "element")
        : ArrayAndElement(arguments, TypeCoercion.CommonType);

    /// <summary>A map and a key of its tightest type.</summary>
    public static IReadOnlyList<DataType>? MapAndKey(IReadOnlyList<BoundExpression> arguments) => MapAndKey(arguments, TypeCoercion.Tightest);

    /// <summary>A map and a key that must not be the null literal, both as wide as they need.</summary>
    public static IReadOnlyList<DataType>? MapAndSoughtKey(IReadOnlyList<BoundExpression> arguments) => arguments[1].Type is NullType
        ? throw EmbeddedErrors.NullTyped("map", "key")
        : MapAndKey(arguments, TypeCoercion.CommonType);

    /// <summary>Arrays of their elements' tightest type.</summary>
    public static IReadOnlyList<DataType>? Arrays(IReadOnlyList<BoundExpression> arguments) => Arrays(arguments, TypeCoercion.Tightest, () => EmbeddedErrors.BinaryArrayDifferentTypes(arguments[0].Type, arguments[1].Type));

    /// <summary>Arrays whose elements are as wide as they need.</summary>
    public static IReadOnlyList<DataType>? ArraysWidened(IReadOnlyList<BoundExpression> arguments) => Arrays(arguments, TypeCoercion.CommonType, () => EmbeddedErrors.DataDifferentTypes("concat", arguments.Select(a => a.Type)));

    private static IReadOnlyList<DataType>? ArrayAndElement(IReadOnlyList<BoundExpression> arguments, Func<DataType, DataType, DataType?> common)
    {
        switch (arguments[0].Type)
        {
            case ArrayType array:
                var element = Common(arguments, array.ElementType, arguments[1].Type, common);
                return [array with { ElementType = element }, element];
            case NullType:
                return [new ArrayType(arguments[1].Type), arguments[1].Type];
            default:
                return null;
        }
    }

    private static IReadOnlyList<DataType>? MapAndKey(IReadOnlyList<BoundExpression> arguments, Func<DataType, DataType, DataType?> common)
    {
        if (arguments[0].Type is not MapType map)
        {
            return null;
        }

        var isTextBesideOther = map.KeyType is StringType != arguments[1].Type is StringType && arguments[1].Type is not NullType;
        var key = (isTextBesideOther ? null : common(map.KeyType, arguments[1].Type)) ?? throw EmbeddedErrors.MapFunctionDifferentTypes(map, arguments[1].Type);
        return [map with { KeyType = key }, key];
    }

    private static IReadOnlyList<DataType>? Arrays(IReadOnlyList<BoundExpression> arguments, Func<DataType, DataType, DataType?> common, Func<AnalysisException> mismatch)
    {
        if (arguments.Any(a => a.Type is not (ArrayType or NullType)) || arguments.All(a => a.Type is NullType))
        {
            return null;
        }

        var elements = arguments.Select(a => (a.Type as ArrayType)?.ElementType ?? new NullType());
        var element = elements.Aggregate((DataType?)new NullType(), (before, next) => before is null ? null : common(before, next)) ?? throw mismatch();
        return [.. arguments.Select(a => new ArrayType(element, a.Type is not ArrayType array || array.ContainsNull))];
    }

    private static DataType Common(IReadOnlyList<BoundExpression> arguments, DataType element, DataType value, Func<DataType, DataType, DataType?> common) =>
        element is StringType != value is StringType && element is not NullType && value is not NullType
            ? throw EmbeddedErrors.ArrayFunctionDifferentTypes(arguments[0].Type, value)
            : common(element, value) ?? throw EmbeddedErrors.ArrayFunctionDifferentTypes(arguments[0].Type, value);
}
