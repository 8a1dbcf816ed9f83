using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Brings a value to a table's type: structs by field name, a field that the value lacks is null.</summary>
internal static class StructuralCast
{
    public static BoundExpression To(BoundExpression value, DataType type)
    {
        if (value.Type is not StructType from || type is not StructType to || from == to)
        {
            return Casts.To(value, type);
        }

        var fields = to.Fields.Select(field => from.Find(field.Name) is { } source
            ? To(new BoundField(value, source.Name, source.DataType, source.IsNullable), field.DataType)
            : new BoundLiteral(null, field.DataType)).ToValueList();
        var structure = new BoundCall(Functions.StructuralFunctions.StructOf, fields, to, IsNullable: false);
        return new BoundCall(Functions.StructuralFunctions.WhereNotNull, [value, structure], to, IsNullable: true);
    }
}
