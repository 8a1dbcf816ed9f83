using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>The columns that the fields of a record go to, in order; the one for corrupt records takes none.</summary>
/// <param name="schema">The columns.</param>
/// <param name="corrupt">The position of the one for corrupt records; negative: there is none.</param>
/// <param name="values">Converts fields.</param>
internal sealed class CsvColumns(StructType schema, int corrupt, CsvValues values)
{
    /// <summary>How many fields a record has that fits.</summary>
    public int FieldCount { get; } = schema.Fields.Count - (corrupt >= 0 ? 1 : 0);

    /// <summary>Sets the columns of a row. False where there are too few or too many fields, or one is no value of its type; that one is null then.</summary>
    public bool TryFill(string?[] fields, string?[] row)
    {
        var fits = fields.Length == FieldCount;
        for (var i = 0; i < FieldCount; i++)
        {
            var column = corrupt >= 0 && i >= corrupt ? i + 1 : i;
            fits &= values.TryConvert(i < fields.Length ? fields[i] : null, schema.Fields[column].DataType, out row[column]);
        }

        return fits;
    }
}
