using System.Reflection;
using System.Reflection.Emit;

namespace Specification;

/// <summary>Reads from the code of an assembly which methods it calls.</summary>
public static class CalledMethods
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>The methods and constructors called anywhere in the assembly; of a generic one its definition.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) =>
        assembly.GetTypes().SelectMany(Bodies).SelectMany(Calls);

    private static IEnumerable<MethodBase> Bodies(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>();

    private static IEnumerable<MethodBase> Calls(MethodBase caller)
    {
        var code = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = Codes[code[at] == TwoByteCode ? (TwoByteCode << 8) | code[at + 1] : code[at]];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
            {
                var called = caller.Module.ResolveMethod(BitConverter.ToInt32(code, at), TypeArguments(caller), MethodArguments(caller))!;
                yield return called.Module.ResolveMethod(called.MetadataToken)!;
            }

            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static Type[]? TypeArguments(MethodBase caller) => caller.DeclaringType!.IsGenericType ? caller.DeclaringType.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase caller) => caller.IsGenericMethod ? caller.GetGenericArguments() : null;

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
