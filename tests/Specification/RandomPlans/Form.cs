using System.Globalization;
using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>A way to make an expression of others: what it gives, its SQL with a place for each argument, the arguments' kinds, and the calls that build it.</summary>
public sealed record Form(Kind Result, string Text, Kind[] Arguments, Func<Column[], Column> Build)
{
    public RandomExpression Of(RandomExpression[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, Text, [.. arguments.Select(argument => argument.Text)]),
        Build([.. arguments.Select(argument => argument.Column)]),
        Result);
}
