using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Decimals out of text. DuckDB takes twenty microseconds to read one of more than 18 digits, so those go by way of whole numbers.</summary>
internal static class DecimalReading
{
    private const int FastDigits = 18;

    /// <summary>The decimal that a text of ours holds: all digits of the type's scale, no exponent.</summary>
    public static string Of(string text, DecimalType type)
    {
        if (type.Precision <= FastDigits)
        {
            return $"CAST({text} AS {DuckTypes.Of(type)})";
        }

        if (type.Scale == 0)
        {
            return $"CAST(CAST({text} AS HUGEINT) AS {DuckTypes.Of(type)})";
        }

        var unit = $"CAST('0.{new string('0', type.Scale - 1)}1' AS DECIMAL({type.Scale},{type.Scale}))";
        return $"CAST((CAST(CAST(replace({text}, '.', '') AS HUGEINT) AS DECIMAL(38,0)) * {unit}) AS {DuckTypes.Of(type)})";
    }
}
