namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>The body of a function of one text (or blob), read in place as UTF-8.</summary>
internal delegate TResult NativeTextFunction<out TResult>(ReadOnlySpan<byte> text);

/// <summary>The body of a function of two texts (or blobs), read in place as UTF-8.</summary>
internal delegate TResult NativeTextPairFunction<out TResult>(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second);

/// <summary>The body of a function of a text (or blob), read in place as UTF-8, and a number.</summary>
internal delegate TResult NativeTextNumberFunction<in T, out TResult>(ReadOnlySpan<byte> text, T number);

/// <summary>The body of a function of a text (or blob), read in place as UTF-8, and two numbers.</summary>
internal delegate TResult NativeTextNumbersFunction<in T1, in T2, out TResult>(ReadOnlySpan<byte> text, T1 first, T2 second);

/// <summary>The body of a function of two texts (or blobs), read in place as UTF-8, and two numbers.</summary>
internal delegate TResult NativeTextPairNumbersFunction<in T1, in T2, out TResult>(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, T1 third, T2 fourth);
