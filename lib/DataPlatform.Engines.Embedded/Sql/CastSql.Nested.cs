using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <content>Casts of arrays, maps and structs, item by item.</content>
internal static partial class CastSql
{
    private readonly partial record struct Cast
    {
        private Cast Deeper => this with { Depth = Depth + 1 };

        private string Variable => $"_v{Depth}";

        private string Array(string value, ArrayType from, ArrayType to) => from.ElementType == to.ElementType
            ? value
            : from.ElementType is NullType
                ? $"CAST({value} AS {DuckTypes.Of(to)})"
                : $"list_transform({value}, lambda {Variable}: {Deeper.Write(Variable, from.ElementType, to.ElementType)})";

        private string Map(string value, MapType from, MapType to)
        {
            if (from.KeyType is NullType)
            {
                return $"CAST({value} AS {DuckTypes.Of(to)})";
            }

            var key = Deeper.Write($"{Variable}.key", from.KeyType, to.KeyType);
            var item = Deeper.Write($"{Variable}.value", from.ValueType, to.ValueType);
            return $"map_from_entries(list_transform(map_entries({value}), lambda {Variable}: struct_pack(key := {key}, value := {item})))";
        }

        private string Struct(string value, StructType from, StructType to)
        {
            var self = this;
            return SqlLet.Once(value, Variable, row =>
            {
                var fields = from.Fields.Zip(to.Fields, (f, t) =>
                    $"{SqlText.Name(t.Name)} := {self.Deeper.Write(Field(row, f), f.DataType, t.DataType)}");
                return $"CASE WHEN {row} IS NOT NULL THEN struct_pack({string.Join(", ", fields)}) END";
            });
        }

        private string ArrayText(string value, ArrayType type)
        {
            var item = $"COALESCE({Deeper.Write(Variable, type.ElementType, new StringType())}, 'null')";
            return $"('[' || array_to_string(list_transform({value}, lambda {Variable}: {item}), ', ') || ']')";
        }

        private string MapText(string value, MapType type)
        {
            var key = Deeper.Write($"{Variable}.key", type.KeyType, new StringType());
            var item = $"COALESCE({Deeper.Write($"{Variable}.value", type.ValueType, new StringType())}, 'null')";
            return $"('{{' || array_to_string(list_transform(map_entries({value}), lambda {Variable}: {key} || ' -> ' || {item}), ', ') || '}}')";
        }

        private string StructText(string value, StructType type)
        {
            var self = this;
            return SqlLet.Once(value, Variable, row =>
            {
                var fields = type.Fields.Select(f => $"COALESCE({self.Deeper.Write(Field(row, f), f.DataType, new StringType())}, 'null')");
                return $"CASE WHEN {row} IS NOT NULL THEN '{{' || {string.Join(" || ', ' || ", fields)} || '}}' END";
            });
        }

        private static string Field(string row, StructField field) => $"struct_extract({row}, {SqlText.Quote(field.Name)})";
    }
}
