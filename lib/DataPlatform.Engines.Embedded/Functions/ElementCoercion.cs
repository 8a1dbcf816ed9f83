using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Argument types of functions that take an array or a map together with one of its elements or keys. Spark's <c>findWiderTypeWithoutStringPromotion</c>.</summary>
internal static class ElementCoercion
{
    /// <summary>An array and an element.</summary>
    public static IReadOnlyList<DataType>? ArrayAndElement(IReadOnlyList<BoundExpression> arguments) => arguments[0].Type switch
    {
        ArrayType array => [array with { ElementType = Common(arguments, array.ElementType, arguments[1].Type) }, Common(arguments, array.ElementType, arguments[1].Type)],
        NullType => [new ArrayType(arguments[1].Type), arguments[1].Type],
        _ => null,
    };

    /// <summary>An array and an element that must not be the null literal.</summary>
    public static IReadOnlyList<DataType>? ArrayAndValue(IReadOnlyList<BoundExpression> arguments) => arguments[1].Type is NullType && arguments[0].Type is ArrayType
        ? throw EmbeddedErrors.NullTyped("array", "element")
        : ArrayAndElement(arguments);

    /// <summary>A map and a key.</summary>
    public static IReadOnlyList<DataType>? MapAndKey(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments[0].Type is not MapType map)
        {
            return null;
        }

        var key = Common(arguments, map.KeyType, arguments[1].Type);
        return [map with { KeyType = key }, key];
    }

    /// <summary>Arrays of a common element type.</summary>
    public static IReadOnlyList<DataType>? Arrays(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments.Any(a => a.Type is not (ArrayType or NullType)) || arguments.All(a => a.Type is NullType))
        {
            return null;
        }

        var elements = arguments.Select(a => (a.Type as ArrayType)?.ElementType ?? new NullType());
        var common = TypeCoercion.CommonType(elements) ?? throw EmbeddedErrors.ArrayFunctionDifferentTypes(arguments[0].Type, arguments[1].Type);
        return [.. arguments.Select(a => new ArrayType(common, a.Type is not ArrayType array || array.ContainsNull))];
    }

    private static DataType Common(IReadOnlyList<BoundExpression> arguments, DataType element, DataType value) =>
        element is StringType != value is StringType && element is not NullType && value is not NullType
            ? throw EmbeddedErrors.ArrayFunctionDifferentTypes(arguments[0].Type, value)
            : TypeCoercion.CommonType(element, value) ?? throw EmbeddedErrors.ArrayFunctionDifferentTypes(arguments[0].Type, value);
}
