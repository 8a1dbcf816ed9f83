using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Makes native functions known to a DuckDB, and keeps what it calls back alive as long as it may.</summary>
internal sealed unsafe class NativeFunctionRegistry
{
    private readonly List<GCHandle> _handles = [];

    public void Register(DuckDBNativeConnection connection, NativeFunction function)
    {
        var native = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        try
        {
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(native, function.Name);
            foreach (var parameter in function.Parameters)
            {
                using var type = LogicalType(parameter);
                NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(native, type);
            }

            using var result = LogicalType(function.Result);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(native, result);
            var handle = GCHandle.Alloc(function);
            _handles.Add(handle);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(native, GCHandle.ToIntPtr(handle), &Keep);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(native, &Invoke);
            if (NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection, native) == DuckDBState.Error)
            {
                throw new InvalidOperationException($"DuckDB does not take the function {function.Name}.");
            }
        }
        finally
        {
            NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref native);
        }
    }

    private static DuckDBLogicalType LogicalType(Type type)
    {
        if (type != typeof(string[]))
        {
            return NativeMethods.LogicalType.DuckDBCreateLogicalType(NativeFunction.DuckTypeOf(type));
        }

        using var element = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
        return NativeMethods.LogicalType.DuckDBCreateListType(element);
    }

    // The function outlives every DuckDB of the process: it is one row of a static table.
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void Keep(IntPtr handle)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void Invoke(IntPtr info, IntPtr chunk, IntPtr output)
    {
        var function = (NativeFunction)GCHandle.FromIntPtr(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
        try
        {
            function.Body(new NativeCall(chunk, output));
        }
        catch (Exception failure)
        {
            // No exception may cross into DuckDB: it ends the query with this text, and comes back as the error it was.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, failure.Message);
        }
    }
}
