using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans.Tests;

/// <summary>Short ways to write the expected nodes.</summary>
internal static class Nodes
{
    public static UnresolvedAttribute A { get; } = Column("a");

    public static UnresolvedAttribute B { get; } = Column("b");

    public static UnresolvedAttribute C { get; } = Column("c");

    public static UnresolvedAttribute D { get; } = Column("d");

    public static NamedTable T { get; } = new("t");

    public static UnresolvedAttribute Column(string name) => new(name);

    public static UnresolvedFunction Call(string name, params ReadOnlySpan<Expression> arguments) => new(name, ValueList.Create(arguments));

    public static Literal Int(int value) => new(value, new IntegerType());

    public static Literal Text(string value) => new(value, new StringType());

    public static Expression Parsed(string text) => SqlParser.ParseExpression(text);
}
