using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Decimal arithmetic: DuckDB's own where it is exact, else a function of ours over all digits.</summary>
internal static class DecimalSql
{
    /// <summary>The result type of a + b and a - b.</summary>
    public static DecimalType SumType(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return TypeCoercion.Adjusted(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale + 1, scale);
    }

    /// <summary>The result type of a * b.</summary>
    public static DecimalType ProductType(DecimalType a, DecimalType b) => TypeCoercion.Adjusted(a.Precision + b.Precision + 1, a.Scale + b.Scale);

    /// <summary>The result type of a / b.</summary>
    public static DecimalType QuotientType(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(6, a.Scale + b.Precision + 1);
        return TypeCoercion.Adjusted(a.Precision - a.Scale + b.Scale + scale, scale);
    }

    /// <summary>The result type of a % b.</summary>
    public static DecimalType RemainderType(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return TypeCoercion.Adjusted(Math.Min(a.Precision - a.Scale, b.Precision - b.Scale) + scale, scale);
    }

    /// <summary>a + b, a - b.</summary>
    public static string Sum(CallSql call, string symbol, string native, bool isTry)
    {
        var (a, b, type) = Types(call);
        return type.Scale == Math.Max(a.Scale, b.Scale) && !(isTry && type.Precision == DecimalType.MaxPrecision)
            ? $"CAST(({Wide(call[0], a, b, type)} {symbol} {call[1]}) AS {call.ResultDuckType})"
            : Native(call, native, isTry);
    }

    /// <summary>a * b.</summary>
    public static string Product(CallSql call, bool isTry)
    {
        var (a, b, type) = Types(call);
        return type.Scale == a.Scale + b.Scale && !(isTry && type.Precision == DecimalType.MaxPrecision)
            ? $"CAST(({Wide(call[0], a, b, type)} * {call[1]}) AS {call.ResultDuckType})"
            : Native(call, "multiply", isTry);
    }

    /// <summary>Any operation by the function of ours.</summary>
    public static string Native(CallSql call, string operation, bool isTry)
    {
        var type = (DecimalType)call.Type;
        var name = $"spark_{(isTry ? "try_" : "")}decimal_{operation}";
        return DecimalReading.Of($"{name}(CAST({call[0]} AS VARCHAR), CAST({call[1]} AS VARCHAR), {type.Precision}, {type.Scale})", type);
    }

    // DuckDB stays with 18 digits where both operands have no more, and fails on what needs more.
    private static string Wide(string sql, DecimalType a, DecimalType b, DecimalType result) =>
        result.Precision > 18 && a.Precision <= 18 && b.Precision <= 18 ? $"CAST({sql} AS DECIMAL(19,{a.Scale}))" : sql;

    private static (DecimalType A, DecimalType B, DecimalType Result) Types(CallSql call) =>
        ((DecimalType)call.TypeOf(0), (DecimalType)call.TypeOf(1), (DecimalType)call.Type);
}
