using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Makes aggregates of ours known to a DuckDB connection. The bindings leave this part of DuckDB's C interface out.</summary>
internal static unsafe class NativeAggregateRegistration
{
    private static readonly IntPtr Library = NativeLibrary.Load("duckdb", typeof(NativeMethods).Assembly, null);

    private static readonly delegate* unmanaged<IntPtr> Create = (delegate* unmanaged<IntPtr>)Export("create_aggregate_function");

    private static readonly delegate* unmanaged<IntPtr*, void> Destroy = (delegate* unmanaged<IntPtr*, void>)Export("destroy_aggregate_function");

    private static readonly delegate* unmanaged<IntPtr, byte*, void> SetName = (delegate* unmanaged<IntPtr, byte*, void>)Export("aggregate_function_set_name");

    private static readonly delegate* unmanaged<IntPtr, IntPtr, void> AddParameter =
        (delegate* unmanaged<IntPtr, IntPtr, void>)Export("aggregate_function_add_parameter");

    private static readonly delegate* unmanaged<IntPtr, IntPtr, void> SetReturnType =
        (delegate* unmanaged<IntPtr, IntPtr, void>)Export("aggregate_function_set_return_type");

    private static readonly delegate* unmanaged<IntPtr, void*, void*, void*, void*, void*, void> SetFunctions =
        (delegate* unmanaged<IntPtr, void*, void*, void*, void*, void*, void>)Export("aggregate_function_set_functions");

    private static readonly delegate* unmanaged<IntPtr, IntPtr, IntPtr, void> SetExtraInfo =
        (delegate* unmanaged<IntPtr, IntPtr, IntPtr, void>)Export("aggregate_function_set_extra_info");

    private static readonly delegate* unmanaged<IntPtr, IntPtr> GetExtraInfo = (delegate* unmanaged<IntPtr, IntPtr>)Export("aggregate_function_get_extra_info");

    private static readonly delegate* unmanaged<IntPtr, byte*, void> SetError = (delegate* unmanaged<IntPtr, byte*, void>)Export("aggregate_function_set_error");

    private static readonly delegate* unmanaged<IntPtr, IntPtr, int> RegisterFunction =
        (delegate* unmanaged<IntPtr, IntPtr, int>)Export("register_aggregate_function");

    private static readonly delegate* unmanaged<IntPtr, ulong, IntPtr> GetVector = (delegate* unmanaged<IntPtr, ulong, IntPtr>)Export("data_chunk_get_vector");

    private static readonly delegate* unmanaged<IntPtr, ulong> GetSize = (delegate* unmanaged<IntPtr, ulong>)Export("data_chunk_get_size");

    /// <summary>Registers an aggregate for all connections of the database behind one.</summary>
    public static void Register(DuckDBNativeConnection connection, NativeAggregate aggregate)
    {
        var function = Create();
        try
        {
            fixed (byte* name = Utf8(aggregate.Name))
            {
                SetName(function, name);
            }

            using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Double);
            for (var i = 0; i < aggregate.ParameterCount; i++)
            {
                AddParameter(function, type.DangerousGetHandle());
            }

            SetReturnType(function, type.DangerousGetHandle());

            // The function lives as long as the process: a database is never told to forget one.
            SetExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(aggregate)), IntPtr.Zero);
            SetFunctions(
                function,
                (delegate* unmanaged<IntPtr, ulong>)&StateSize,
                (delegate* unmanaged<IntPtr, double*, void>)&Initialize,
                (delegate* unmanaged<IntPtr, IntPtr, double**, void>)&Update,
                (delegate* unmanaged<IntPtr, double**, double**, ulong, void>)&Combine,
                (delegate* unmanaged<IntPtr, double**, IntPtr, ulong, ulong, void>)&Finish);
            if (RegisterFunction(connection.DangerousGetHandle(), function) != 0)
            {
                throw new InvalidOperationException($"DuckDB did not take the aggregate {aggregate.Name}.");
            }
        }
        finally
        {
            Destroy(&function);
        }
    }

    private static IntPtr Export(string name) => NativeLibrary.GetExport(Library, $"duckdb_{name}");

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text + "\0");

    private static NativeAggregate AggregateOf(IntPtr info) => (NativeAggregate)GCHandle.FromIntPtr(GetExtraInfo(info)).Target!;

    [UnmanagedCallersOnly]
    private static ulong StateSize(IntPtr info) => (ulong)(AggregateOf(info).StateLength * sizeof(double));

    [UnmanagedCallersOnly]
    private static void Initialize(IntPtr info, double* state) => new Span<double>(state, AggregateOf(info).StateLength).Clear();

    [UnmanagedCallersOnly]
    private static void Update(IntPtr info, IntPtr chunk, double** states)
    {
        var aggregate = AggregateOf(info);
        var first = new NativeArgument<double>(GetVector(chunk, 0));
        var second = aggregate.ParameterCount > 1 ? new NativeArgument<double>(GetVector(chunk, 1)) : first;
        var count = (int)GetSize(chunk);
        for (var row = 0; row < count; row++)
        {
            if (!first.IsNull(row) && !second.IsNull(row))
            {
                aggregate.Update(new Span<double>(states[row], aggregate.StateLength), first.Get(row), second.Get(row));
            }
        }
    }

    [UnmanagedCallersOnly]
    private static void Combine(IntPtr info, double** sources, double** targets, ulong count)
    {
        var aggregate = AggregateOf(info);
        for (var i = 0UL; i < count; i++)
        {
            aggregate.Combine(new ReadOnlySpan<double>(sources[i], aggregate.StateLength), new Span<double>(targets[i], aggregate.StateLength));
        }
    }

    [UnmanagedCallersOnly]
    private static void Finish(IntPtr info, double** states, IntPtr vector, ulong count, ulong offset)
    {
        var aggregate = AggregateOf(info);
        var result = new NativeResult<double?>(vector);
        try
        {
            for (var i = 0UL; i < count; i++)
            {
                result.Set((int)(offset + i), aggregate.Finish(new ReadOnlySpan<double>(states[i], aggregate.StateLength)));
            }
        }
        catch (DataPlatformException failure)
        {
            fixed (byte* message = Utf8(failure.Message))
            {
                SetError(info, message);
            }
        }
    }
}
