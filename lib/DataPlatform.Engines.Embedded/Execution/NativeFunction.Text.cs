using System.Runtime.CompilerServices;

namespace DataPlatform.Engines.Embedded.Execution;

/// <content>Functions that read their text without copying it: <c>TText</c> is string for VARCHAR, byte[] for BLOB.</content>
internal sealed partial class NativeFunction
{
    public static NativeFunction OfText<TText, TResult>(string name, NativeTextFunction<TResult> function) => new(
        name,
        [typeof(TText)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (text, result) = (call.Argument<TText>(0), call.Result<TResult>());
            for (var row = 0; row < call.RowCount; row++)
            {
                if (text.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(text.Bytes(row)));
                }
            }
        });

    public static NativeFunction OfTexts<TText, TResult>(string name, NativeTextPairFunction<TResult> function) => new(
        name,
        [typeof(TText), typeof(TText)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (first, second, result) = (call.Argument<TText>(0), call.Argument<TText>(1), call.Result<TResult>());
            for (var row = 0; row < call.RowCount; row++)
            {
                if (first.IsNull(row) || second.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(first.Bytes(row), second.Bytes(row)));
                }
            }
        });

    public static NativeFunction OfTextsAnd<TText, T1, T2, TResult>(string name, NativeTextPairNumbersFunction<T1, T2, TResult> function) => new(
        name,
        [typeof(TText), typeof(TText), typeof(T1), typeof(T2)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (first, second, result) = (call.Argument<TText>(0), call.Argument<TText>(1), call.Result<TResult>());
            var (third, fourth) = (call.Argument<T1>(2), call.Argument<T2>(3));
            for (var row = 0; row < call.RowCount; row++)
            {
                if (first.IsNull(row) || second.IsNull(row) || third.IsNull(row) || fourth.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(first.Bytes(row), second.Bytes(row), third.Get(row), fourth.Get(row)));
                }
            }
        });

    public static NativeFunction OfTextAnd<TText, T, TResult>(string name, NativeTextNumberFunction<T, TResult> function) => new(
        name,
        [typeof(TText), typeof(T)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (text, number, result) = (call.Argument<TText>(0), call.Argument<T>(1), call.Result<TResult>());
            for (var row = 0; row < call.RowCount; row++)
            {
                if (text.IsNull(row) || number.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(text.Bytes(row), number.Get(row)));
                }
            }
        });

    public static NativeFunction OfTextAnd<TText, T1, T2, TResult>(string name, NativeTextNumbersFunction<T1, T2, TResult> function) => new(
        name,
        [typeof(TText), typeof(T1), typeof(T2)],
        typeof(TResult),
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] (call) =>
        {
            var (text, result) = (call.Argument<TText>(0), call.Result<TResult>());
            var (first, second) = (call.Argument<T1>(1), call.Argument<T2>(2));
            for (var row = 0; row < call.RowCount; row++)
            {
                if (text.IsNull(row) || first.IsNull(row) || second.IsNull(row))
                {
                    result.SetNull(row);
                }
                else
                {
                    result.Set(row, function(text.Bytes(row), first.Get(row), second.Get(row)));
                }
            }
        });
}
