using BenchmarkDotNet.Attributes;
using DataPlatform.Engines.SparkConnect.Arrow;
using Microsoft.Spark.Sql.Types;

namespace Benchmarks;

/// <summary>
/// What a row costs between this program and Spark, apart from the wire: nine columns of mixed types, in a batch of as many rows as Spark puts into one. Times are per row.
/// </summary>
[MemoryDiagnoser]
public class ArrowBenchmarks
{
    private const int Rows = 10_000;

    private static readonly StructType Schema = StructType.FromDdl(
        "id BIGINT NOT NULL, quantity INT, price DOUBLE, amount DECIMAL(12,2), name STRING, mode STRING, day DATE, at TIMESTAMP, late BOOLEAN");

    private static readonly string[] Modes = ["AIR", "RAIL", "SHIP", "TRUCK", "MAIL"];

    private readonly object?[][] _rows = [.. Enumerable.Range(0, Rows).Select(Row)];
    private readonly byte[] _stream = ArrowWriter.Write(Schema, [.. Enumerable.Range(0, Rows).Select(Row)]);

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Read() => ArrowRows.Read(_stream, Schema).Count();

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Write() => ArrowWriter.Write(Schema, _rows).Length;

    private static object?[] Row(int i) =>
    [
        5_000_000_000L + i, i % 10 == 0 ? null : i % 50, i * 0.37, new decimal(i * 7919 % 10_000_000, 0, 0, false, 2), $"Customer#{i * 7919 % 1_000_000}", Modes[i % Modes.Length],
        Date.FromEpochDay(8000 + (i % 2500)), Timestamp.FromEpochMicroseconds(1_700_000_000_000_000 + (i * 1000L)), i % 2 == 0,
    ];
}
