using System.Text;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>A schema as the tree that Spark's <c>printSchema</c> writes.</summary>
internal sealed class SchemaTree
{
    private readonly StringBuilder _text = new("root\n");
    private readonly int _maxDepth;

    private SchemaTree(int maxDepth) => _maxDepth = maxDepth > 0 ? maxDepth : int.MaxValue;

    public static string Of(StructType schema, int level)
    {
        var tree = new SchemaTree(level);
        tree.Children(schema, " |", 1);
        return tree._text.ToString();
    }

    private void Children(DataType type, string prefix, int depth)
    {
        if (depth > _maxDepth)
        {
            return;
        }

        switch (type)
        {
            case StructType fields:
                fields.Fields.ForEach(field => Node(ControlCharacters.Escape(field.Name), field.DataType, Nullability("nullable", field.IsNullable), prefix, depth));
                break;
            case ArrayType array:
                Node("element", array.ElementType, Nullability("containsNull", array.ContainsNull), prefix, depth);
                break;
            case MapType map:
                Node("key", map.KeyType, "", prefix, depth);
                Node("value", map.ValueType, Nullability("valueContainsNull", map.ValueContainsNull), prefix, depth);
                break;
        }
    }

    private void Node(string name, DataType type, string nullability, string prefix, int depth)
    {
        _text.Append(prefix).Append("-- ").Append(name).Append(": ").Append(type.TypeName).Append(nullability).Append('\n');
        Children(type, $"{prefix}    |", depth + 1);
    }

    private static string Nullability(string name, bool value) => $" ({name} = {(value ? "true" : "false")})";
}
