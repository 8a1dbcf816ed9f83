using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>
/// Spark's functions of columns, by the names of Microsoft.Spark. Unless a comment says otherwise the result is null where an argument is, positions count from 1,
/// and a value that cannot be computed fails (ANSI). A function that the engine lacks is refused by name when the data frame is used.
/// </summary>
public static partial class Functions
{
    /// <summary>A column by name: <c>a.b</c> is field b of struct a or column b of alias a; a name with a dot stands in back quotes; <c>*</c> is all.</summary>
    public static Column Column(string columnName) => Col(columnName);

    /// <summary>As <see cref="Column(string)"/>.</summary>
    public static Column Col(string columnName) => new(Attribute(columnName, null));

    /// <summary>A constant, whose type is that of the .NET value (null: void); a column stays as it is.</summary>
    /// <exception cref="ArgumentException">The .NET type has no Spark type.</exception>
    public static Column Lit(object? literal) => literal as Column ?? new Column(Literal.Of(literal));

    /// <summary>The order by a column, smallest first, nulls before.</summary>
    public static Column Asc(string columnName) => Col(columnName).Asc();

    /// <summary>The order by a column, smallest first, nulls before.</summary>
    public static Column AscNullsFirst(string columnName) => Col(columnName).AscNullsFirst();

    /// <summary>The order by a column, smallest first, nulls last.</summary>
    public static Column AscNullsLast(string columnName) => Col(columnName).AscNullsLast();

    /// <summary>The order by a column, greatest first, nulls last.</summary>
    public static Column Desc(string columnName) => Col(columnName).Desc();

    /// <summary>The order by a column, greatest first, nulls before.</summary>
    public static Column DescNullsFirst(string columnName) => Col(columnName).DescNullsFirst();

    /// <summary>The order by a column, greatest first, nulls last.</summary>
    public static Column DescNullsLast(string columnName) => Col(columnName).DescNullsLast();

    internal static Expression Attribute(string name, long? planId)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            "*" => new UnresolvedStar(null, planId),
            _ when name.EndsWith(".*", StringComparison.Ordinal) => new UnresolvedStar(name[..^2], planId),
            _ => new UnresolvedAttribute(name, planId),
        };
    }

    internal static Column[] Columns(string first, string[] others) => [Col(first), .. others.Select(Col)];

    private static Column[] Columns(string[] names) => [.. names.Select(Col)];

    private static Column Call(string name, params Column[] arguments) => Sql.Column.Call(name, arguments);
}
