using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture;

/// <summary>Reads the public API of loaded types in the form of <see cref="ApiMember"/>.</summary>
internal static class ApiReader
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The type itself and what it declares; an override declares nothing.</summary>
    public static IEnumerable<ApiMember> Declared(Type type) =>
        Read(type, type.GetMembers(Public | BindingFlags.DeclaredOnly).Where(member => !IsOverride(member) && !member.IsDefined(typeof(CompilerGeneratedAttribute))));

    /// <summary>The type itself and all that can be called on it, what its bases declare included.</summary>
    public static IEnumerable<ApiMember> Callable(Type type) => Read(type, type.GetMembers(Public | BindingFlags.FlattenHierarchy));

    private static IEnumerable<ApiMember> Read(Type type, IEnumerable<MemberInfo> members) =>
        members.Select(member => Read(type.FullName!, member)).OfType<ApiMember>()
            .Prepend(new ApiMember(type.FullName!, ApiMember.TypeItself, "", "", false));

    private static bool IsOverride(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetBaseDefinition() != method,
        PropertyInfo { GetMethod: { } getter } => getter.GetBaseDefinition() != getter,
        _ => false,
    };

    private static ApiMember? Read(string type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor => new ApiMember(type, ".ctor", Render(constructor.GetParameters(), false), "void", constructor.IsStatic),
        FieldInfo { IsLiteral: true } constant => new ApiMember(type, constant.Name, $"= {Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)}", Render(constant.FieldType), true),
        FieldInfo { IsSpecialName: false } field => new ApiMember(type, field.Name, "", Render(field.FieldType), field.IsStatic),
        PropertyInfo property when property.GetMethod?.IsPublic == true => new ApiMember(
            type, property.GetIndexParameters().Length > 0 ? "this[]" : property.Name, Render(property.GetIndexParameters(), false), Render(property.PropertyType), property.GetMethod.IsStatic),
        MethodInfo method when !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) => new ApiMember(
            type, method.Name + TypeParameters(method), Render(method.GetParameters(), method.IsDefined(typeof(ExtensionAttribute))), Render(method.ReturnType), method.IsStatic),
        EventInfo @event => new ApiMember(type, @event.Name, "", Render(@event.EventHandlerType!), @event.AddMethod!.IsStatic),
        _ => null,
    };

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(',', method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Render(ParameterInfo[] parameters, bool isExtension) =>
        (isExtension ? "this " : "") + string.Join(", ", parameters.Select(Render));

    private static string Render(ParameterInfo parameter) =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{Render(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "");

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Render(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Render(type.GetElementType()!)}[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Render(underlying)}?";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Render))}>"
            : type.Name;
    }
}
