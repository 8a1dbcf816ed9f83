using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Hashes and digests.</summary>
internal static class HashFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("hash", [Parameter.Any], HashType(new IntegerType()), call => Hash(call, "murmur", "42::INTEGER"), variadic: true, nullable: Never),
        Scalar("xxhash64", [Parameter.Any], HashType(new LongType()), call => Hash(call, "xxhash", "42::BIGINT"), variadic: true, nullable: Never),
        Scalar("md5", [Parameter.Binary], Gives(new StringType()), "md5({0})"),
        .. new[] { "sha", "sha1" }.Select(name => Scalar(name, [Parameter.Binary], Gives(new StringType()), "sha1({0})")),
        Scalar("sha2", [Parameter.Binary, Parameter.Int], Gives(new StringType()), "spark_sha2({0}, {1})", nullable: Always),
        Scalar("crc32", [Parameter.Binary], Gives(new LongType()), "spark_crc32({0})"),
    ];

    private static Func<IReadOnlyList<BoundExpression>, DataType> HashType(DataType type) => arguments =>
        arguments.Any(a => HoldsMap(a.Type))
            ? throw new AnalysisException(
                "DATATYPE_MISMATCH.HASH_MAP_TYPE",
                "Maps have no hash: equal ones may be ordered differently. Hash array_sort(map_entries(…)) in place of one.")
            : type;

    private static bool HoldsMap(DataType type) => type switch
    {
        MapType => true,
        ArrayType a => HoldsMap(a.ElementType),
        StructType s => s.Fields.Any(f => HoldsMap(f.DataType)),
        _ => false,
    };

    private static string Hash(CallSql call, string algorithm, string seed) =>
        Enumerable.Range(0, call.Count).Aggregate(seed, (hash, i) => Step(algorithm, hash, call[i], call.TypeOf(i), 0));

    // The hash so far goes into the next step once, whether the value is null or not.
    private static string Step(string algorithm, string hash, string value, DataType type, int depth) => type switch
    {
        NullType => hash,
        StructType s => SqlLet.Once(value, $"_h{depth}", row => s.Fields.Aggregate(
            hash, (h, f) => Step(algorithm, h, $"struct_extract({row}, {SqlText.Quote(f.Name)})", f.DataType, depth + 1))),
        ArrayType a => Items(algorithm, hash, value, a, depth),
        DecimalType d => SqlLet.Once(value, $"_h{depth}", v =>
            $"spark_{algorithm}_decimal({hash}, COALESCE(CAST({v} AS VARCHAR), '0'), {v} IS NULL, {(d.Precision <= 18 ? "TRUE" : "FALSE")})"),
        _ => SqlLet.Once(value, $"_h{depth}", v =>
            $"spark_{algorithm}_{Kind(type)}({hash}, COALESCE({Plain(v, type)}, {Zero(type)}), {v} IS NULL)"),
    };

    // Hash and item travel together, since a reduction gives what it takes.
    private static string Items(string algorithm, string hash, string value, ArrayType type, int depth)
    {
        var step = Step(algorithm, "_a.h", "_e.v", type.ElementType, depth + 1);
        var none = $"CAST(NULL AS {DuckTypes.Of(type.ElementType)})";
        var pairs = $"list_transform({value}, lambda _e: struct_pack(h := {hash}, v := _e))";
        return $"COALESCE(list_reduce({pairs}, lambda _a, _e: struct_pack(h := {step}, v := _e.v), struct_pack(h := {hash}, v := {none})).h, {hash})";
    }

    private static string Plain(string value, DataType type) => type switch
    {
        BooleanType or ByteType or ShortType => $"CAST({value} AS INTEGER)",
        DateType => $"CAST({value} - DATE '1970-01-01' AS INTEGER)",
        TimestampType or TimestampNTZType => $"epoch_us({value})",
        _ => value,
    };

    private static string Kind(DataType type) => type switch
    {
        BooleanType or ByteType or ShortType or IntegerType or DateType or YearMonthIntervalType => "int",
        LongType or TimestampType or TimestampNTZType or DayTimeIntervalType => "long",
        FloatType => "float",
        DoubleType => "double",
        StringType or CharType or VarcharType => "text",
        BinaryType => "bytes",
        _ => throw EmbeddedErrors.UnsupportedFeature($"a hash of {type.Sql}", "Run the job on Spark."),
    };

    private static string Zero(DataType type) => Kind(type) switch
    {
        "text" => "''",
        "bytes" => "''::BLOB",
        _ => "0",
    };
}
