using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded;

/// <summary>
/// Finds DuckDB's native library below <c>runtimes/</c> beside the bindings. An application finds it through its <c>.deps.json</c>; a notebook or
/// a script host, which loads assemblies by path, has none that names it.
/// </summary>
internal static class NativeDuckDb
{
    private const string LibraryName = "duckdb";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Whoever uses the engine first must find the library, and there is no other first call.")]
    internal static void ResolveBesideTheBindings()
    {
        var bindings = typeof(NativeMethods).Assembly;
        var context = AssemblyLoadContext.GetLoadContext(bindings) ?? AssemblyLoadContext.Default;
        context.ResolvingUnmanagedDll += (assembly, name) => name == LibraryName && assembly == bindings ? Load(bindings.Location) : IntPtr.Zero;
    }

    private static IntPtr Load(string bindings)
    {
        var path = Path.Combine(Path.GetDirectoryName(bindings) ?? "", "runtimes", PortableRuntime, "native", FileName);
        return File.Exists(path) ? NativeLibrary.Load(path) : IntPtr.Zero;
    }

    private static string PortableRuntime
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            // The package for macOS holds one library for both processors.
            return OperatingSystem.IsMacOS() ? system : $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string FileName => OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
}
