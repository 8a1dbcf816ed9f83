using DataPlatform.Plans;
using Microsoft.Spark.Sql.Expressions;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>
/// What is to be computed of each row, as an expression. Immutable. Operands given as <see cref="object"/> are columns or constants of the program
/// (null is SQL's null).
/// </summary>
/// <remarks>Operators compare and compute under Spark's rules with ANSI on: a null operand gives null, an overflow and a division by zero fail.</remarks>
public sealed partial class Column
{
    internal Column(Expression expression) => Expression = expression;

    internal Expression Expression { get; }

    /// <summary>A branch more: the value where the condition is true and none before was. Follows <see cref="Functions.When"/>.</summary>
    /// <exception cref="InvalidOperationException">The column is no <c>When</c>, or has its <c>Otherwise</c>.</exception>
    public Column When(Column condition, object? value) =>
        new(OpenCase() with { Arguments = OpenCase().Arguments.Concat([condition.Expression, ToExpression(value)]) });

    /// <summary>The value where no branch's condition is true; without it that is null. Spark's <c>CASE … ELSE</c>.</summary>
    /// <exception cref="InvalidOperationException">The column is no <c>When</c>, or has its <c>Otherwise</c>.</exception>
    public Column Otherwise(object? value) => new(OpenCase() with { Arguments = OpenCase().Arguments.Concat([ToExpression(value)]) });

    /// <summary>
    /// An element of an array by position from 0, a map's value by key, or a struct's field by name; null where there is none (an array fails outside
    /// its bounds).
    /// </summary>
    public Column GetItem(object key) => Apply(key);

    /// <summary>A struct's field by name, or of an array of structs the array of that field.</summary>
    public Column GetField(string fieldName) => Apply(fieldName);

    /// <summary>As <see cref="GetItem"/> and <see cref="GetField"/>, by the type of the column.</summary>
    public Column Apply(object extraction) => new(new UnresolvedExtractValue(Expression, ToExpression(extraction)));

    /// <summary>The struct with one field set or added; dots in the name lead into nested structs. Null stays null.</summary>
    public Column WithField(string fieldName, Column column) => new(new UpdateFields(Expression, fieldName, column.Expression));

    /// <summary>The struct without some fields; dots in a name lead into nested structs. A field that is not there is passed over.</summary>
    public Column DropFields(params string[] fieldNames) => new(fieldNames.Aggregate(Expression, (fields, name) => new UpdateFields(fields, name, null)));

    /// <summary>The column under a name.</summary>
    public Column Alias(string alias) => Name(alias);

    /// <summary>The column under a name.</summary>
    public Column As(string alias) => Name(alias);

    /// <summary>The columns of a generator such as <c>posexplode</c> under names, one each.</summary>
    public Column As(IEnumerable<string> alias) => new(new Alias(Expression, [.. alias]));

    /// <summary>The column under a name.</summary>
    public Column Name(string alias) => new(new Alias(Expression, alias));

    /// <summary>
    /// The value as another type, given as DDL such as <c>decimal(10,2)</c>. A value that does not fit fails (<c>CAST_INVALID_INPUT</c>,
    /// <c>CAST_OVERFLOW</c>).
    /// </summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>UNSUPPORTED_DATATYPE</c> or <c>PARSE_SYNTAX_ERROR</c>: the text is no type.</exception>
    public Column Cast(string to) => Cast(DdlParser.ParseDataType(to));

    /// <summary>The value as another type; see <see cref="Cast(string)"/>. Not in Microsoft.Spark.</summary>
    public Column Cast(DataType to) => new(new Cast(Expression, to));

    /// <summary>As <see cref="Cast(string)"/>, but a value that does not fit gives null. Spark's <c>try_cast</c>. Not in Microsoft.Spark.</summary>
    public Column TryCast(string to) => TryCast(DdlParser.ParseDataType(to));

    /// <summary>As <see cref="TryCast(string)"/>. Not in Microsoft.Spark.</summary>
    public Column TryCast(DataType to) => new(new Cast(Expression, to, CastMode.Try));

    /// <summary>The order by the column, greatest first, nulls last.</summary>
    public Column Desc() => DescNullsLast();

    /// <summary>The order by the column, greatest first, nulls before.</summary>
    public Column DescNullsFirst() => new(new SortOrder(Expression, IsAscending: false, NullsFirst: true));

    /// <summary>The order by the column, greatest first, nulls last.</summary>
    public Column DescNullsLast() => new(new SortOrder(Expression, IsAscending: false, NullsFirst: false));

    /// <summary>The order by the column, smallest first, nulls before.</summary>
    public Column Asc() => AscNullsFirst();

    /// <summary>The order by the column, smallest first, nulls before.</summary>
    public Column AscNullsFirst() => new(new SortOrder(Expression, IsAscending: true, NullsFirst: true));

    /// <summary>The order by the column, smallest first, nulls last.</summary>
    public Column AscNullsLast() => new(new SortOrder(Expression, IsAscending: true, NullsFirst: false));

    /// <summary>The function over the rows around each row; the column is an aggregate or window function.</summary>
    public Column Over(WindowSpec window) => new(window.Apply(Expression));

    /// <summary>The aggregate over all rows, for each of them.</summary>
    public Column Over() => Over(WindowSpec.Empty);

    /// <summary>Writes the expression to the console.</summary>
    /// <param name="extended">Whether as a tree rather than as it reads in SQL; both are the same here.</param>
    public void Explain(bool extended) => Console.Out.WriteLine(extended ? Expression.ToString() : ToString());

    /// <summary>Equal as expressions; to compare values use <c>==</c> or <see cref="EqualTo"/>, which give a column.</summary>
    public override bool Equals(object? obj) => obj is Column other && Expression.Equals(other.Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => Expression.GetHashCode();

    /// <summary>The expression as it reads in SQL; for people, not to be parsed.</summary>
    public override string ToString() => ExpressionText.Of(Expression);

    internal static Column Call(string name, params Column[] arguments) =>
        new(new UnresolvedFunction(name, [.. arguments.Select(argument => argument.Expression)]));

    internal static Expression ToExpression(object? value) => value is Column column ? column.Expression : Literal.Of(value);

    internal SortOrder ToSortOrder() => Expression as SortOrder ?? new SortOrder(Expression);

    private UnresolvedFunction OpenCase() => Expression is UnresolvedFunction { Name: "when" } branches && branches.Arguments.Count % 2 == 0
        ? branches
        : throw new InvalidOperationException($"When and Otherwise follow Functions.When(…), and Otherwise ends it; this column is {this}.");
}
