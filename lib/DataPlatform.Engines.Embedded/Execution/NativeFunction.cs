using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>
/// A function of ours in DuckDB, for what DuckDB cannot say as Spark does. Called by name from generated SQL and registered when a query first names it.
/// A null argument gives null without a call. What a body throws fails the query with its message.
/// </summary>
/// <remarks>
/// Parameter and result types: <see cref="string"/> VARCHAR, <see cref="byte"/>[] BLOB, <see cref="bool"/> BOOLEAN, <see cref="sbyte"/> TINYINT, <see cref="short"/> SMALLINT,
/// <see cref="int"/> INTEGER, <see cref="long"/> BIGINT, <see cref="float"/> FLOAT, <see cref="double"/> DOUBLE, <c>string?[]</c> VARCHAR[] (result only). A result may be null.
/// Dates and instants travel as INTEGER days and BIGINT microseconds. The loops over a batch are compiled with all optimizations at once: a run ends before the runtime would come to think of it.
/// </remarks>
internal sealed partial class NativeFunction
{
    private NativeFunction(string name, Type[] parameters, Type result, Action<NativeCall> body)
    {
        Name = name;
        Parameters = parameters;
        Result = result;
        Body = body;
    }

    /// <summary>The name in SQL; all begin with <c>spark_</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<Type> Parameters { get; }

    public Type Result { get; }

    /// <summary>Fills the result of one batch of rows.</summary>
    public Action<NativeCall> Body { get; }

    /// <summary>Whether the body may throw on some values, so that it must not be called where Spark would not look at them.</summary>
    public bool MayFail { get; private init; }

    /// <summary>The function, said to throw on some values.</summary>
    public NativeFunction OrFails() => new(Name, Parameters.ToArray(), Result, Body) { MayFail = true };

    /// <summary>A function whose body fills a batch itself, nulls included.</summary>
    public static NativeFunction OfBatch<TResult>(string name, Type[] parameters, Action<NativeCall> body) => new(name, parameters, typeof(TResult), body);

    public static NativeFunction Of<T, TResult>(string name, Func<T, TResult> function) => new(
        name,
        [typeof(T)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var argument = call.Argument<T>(0);
            var result = call.Result<TResult>();
            for (var row = 0; row < call.RowCount; row++)
            {
                if (argument.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(argument.Get(row)));
                }
            }
        });

    public static NativeFunction Of<T1, T2, TResult>(string name, Func<T1, T2, TResult> function) => new(
        name,
        [typeof(T1), typeof(T2)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (first, second, result) = (call.Argument<T1>(0), call.Argument<T2>(1), call.Result<TResult>());
            for (var row = 0; row < call.RowCount; row++)
            {
                if (first.IsNull(row) || second.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(first.Get(row), second.Get(row)));
                }
            }
        });

    public static NativeFunction Of<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> function) => new(
        name,
        [typeof(T1), typeof(T2), typeof(T3)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (first, second, third, result) = (call.Argument<T1>(0), call.Argument<T2>(1), call.Argument<T3>(2), call.Result<TResult>());
            for (var row = 0; row < call.RowCount; row++)
            {
                if (first.IsNull(row) || second.IsNull(row) || third.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(first.Get(row), second.Get(row), third.Get(row)));
                }
            }
        });

    public static NativeFunction Of<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult> function) => new(
        name,
        [typeof(T1), typeof(T2), typeof(T3), typeof(T4)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (first, second, third, fourth) = (call.Argument<T1>(0), call.Argument<T2>(1), call.Argument<T3>(2), call.Argument<T4>(3));
            var result = call.Result<TResult>();
            for (var row = 0; row < call.RowCount; row++)
            {
                if (first.IsNull(row) || second.IsNull(row) || third.IsNull(row) || fourth.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(first.Get(row), second.Get(row), third.Get(row), fourth.Get(row)));
                }
            }
        });

    /// <summary>The DuckDB type of a parameter or result.</summary>
    public static DuckDBType DuckTypeOf(Type type) => type switch
    {
        _ when type == typeof(string) => DuckDBType.Varchar,
        _ when type == typeof(byte[]) => DuckDBType.Blob,
        _ when type == typeof(bool) || type == typeof(bool?) => DuckDBType.Boolean,
        _ when type == typeof(sbyte) || type == typeof(sbyte?) => DuckDBType.TinyInt,
        _ when type == typeof(short) || type == typeof(short?) => DuckDBType.SmallInt,
        _ when type == typeof(int) || type == typeof(int?) => DuckDBType.Integer,
        _ when type == typeof(long) || type == typeof(long?) => DuckDBType.BigInt,
        _ when type == typeof(float) || type == typeof(float?) => DuckDBType.Float,
        _ when type == typeof(double) || type == typeof(double?) => DuckDBType.Double,
        _ when type == typeof(string[]) => DuckDBType.List,
        _ => throw new ArgumentException($"A native function cannot take or give {type}.", nameof(type)),
    };
}
