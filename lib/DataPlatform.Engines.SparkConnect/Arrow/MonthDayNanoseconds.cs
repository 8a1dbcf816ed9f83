using System.Runtime.InteropServices;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Arrow's layout of a span of three parts: 4 bytes, 4 bytes, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct MonthDayNanoseconds(int Months, int Days, long Nanoseconds);
