using DataPlatform.Engines.Embedded.Functions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Finds the row of the function table that takes given arguments, and casts them to what it takes.</summary>
internal static class FunctionResolver
{
    /// <summary>The rows of a name.</summary>
    /// <exception cref="AnalysisException"><c>FUNCTION_NOT_SUPPORTED</c> or <c>UNRESOLVED_ROUTINE</c>.</exception>
    public static IReadOnlyList<Function> Rows(string name)
    {
        var rows = FunctionTable.Find(name);
        if (rows.Count > 0)
        {
            return rows;
        }

        throw FunctionGaps.ReasonFor(name) is { } reason
            ? EmbeddedErrors.FunctionNotSupported(name, reason)
            : EmbeddedErrors.UnresolvedRoutine(name, Similar(name));
    }

    /// <summary>The call, with casts put in.</summary>
    /// <exception cref="AnalysisException"><c>WRONG_NUM_ARGS</c> or <c>DATATYPE_MISMATCH</c>: what the last row tried says.</exception>
    public static BoundCall Resolve(string name, IReadOnlyList<Function> rows, IReadOnlyList<BoundExpression> arguments)
    {
        AnalysisException? refusal = null;
        foreach (var row in rows)
        {
            if (!Takes(row, arguments.Count))
            {
                refusal ??= EmbeddedErrors.WrongNumberOfArguments(name, Expected(rows), arguments.Count);
                continue;
            }

            try
            {
                return Bind(row, arguments);
            }
            catch (AnalysisException mismatch) when (rows.Count > 1)
            {
                // The first row that takes so many arguments says best what is wrong.
                refusal = refusal is null || refusal.Code.StartsWith("WRONG_NUM_ARGS", StringComparison.Ordinal) ? mismatch : refusal;
            }
        }

        throw refusal!;
    }

    /// <summary>The parameter at a position, the last one repeating for functions of any number of arguments.</summary>
    public static Parameter ParameterAt(Function function, int index) => function.Parameters[Math.Min(index, function.Parameters.Count - 1)];

    public static bool Takes(Function function, int count) =>
        count >= function.RequiredArguments && (function.IsVariadic || count <= function.Parameters.Count);

    private static BoundCall Bind(Function function, IReadOnlyList<BoundExpression> arguments)
    {
        if (function.Coerce is { } coerce)
        {
            return Bind(function, arguments, coerce(arguments) ?? throw Untaken(function, arguments));
        }

        var targets = new DataType[arguments.Count];
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = ParameterAt(function, i);
            targets[i] = parameter.Accept(arguments[i].Type) ??
                throw (parameter.Description == "ORDERABLE" ? EmbeddedErrors.NotOrderable(function.Name, arguments[i].Type) : EmbeddedErrors.UnexpectedInputType(function.Name, i, parameter.Description, arguments[i].Type));
        }

        Unite(function, arguments, targets);
        return Bind(function, arguments, targets);
    }

    private static BoundCall Bind(Function function, IReadOnlyList<BoundExpression> arguments, IReadOnlyList<DataType> targets)
    {
        var cast = arguments.Select((argument, i) => Casts.To(argument, targets[i])).ToValueList();
        return new BoundCall(function, cast, function.Result(cast), function.Nullable(cast));
    }

    private static AnalysisException Untaken(Function function, IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();

        // Whatever stands beside a date is taken for days.
        var isOperator = arguments.Count == 2 && !(function.Name == "+" && types.Exists(t => t is DateType)) && !(function.Name == "-" && types is [DateType, NumericType or BooleanType]) && (function.Name is "and" or "or" or "div" || !char.IsAsciiLetter(function.Name[0]));
        return !isOperator
            ? EmbeddedErrors.UnexpectedInputType(function.Name, 0, string.Join(" or ", function.Parameters.Select(p => p.Description).Distinct()), types[0])
            : types[0] == types[1]
                ? EmbeddedErrors.BinaryWrongType(function.Name, types[0])
                : EmbeddedErrors.BinaryDifferentTypes(function.Name, types[0], types[1]);
    }

    private static void Unite(Function function, IReadOnlyList<BoundExpression> arguments, DataType[] targets)
    {
        var groups = Enumerable.Range(0, targets.Length).GroupBy(i => ParameterAt(function, i).Group).Where(group => group.Key != 0);
        foreach (var group in groups)
        {
            var types = group.Select(i => targets[i]).ToList();
            if (TypeCoercion.CommonType(types) is not { } common)
            {
                throw types.Count == 2 && arguments.Count == 2 && !char.IsAsciiLetter(function.Name[0])
                    ? EmbeddedErrors.BinaryDifferentTypes(function.Name, types[0], types[1])
                    : EmbeddedErrors.DataDifferentTypes(function.Name, types);
            }

            foreach (var i in group)
            {
                targets[i] = common;
            }
        }
    }

    private static string Expected(IReadOnlyList<Function> rows) => string.Join(
        " or ",
        rows.Select(r => r.IsVariadic ? $"> {r.RequiredArguments - 1}" : r.RequiredArguments == r.Parameters.Count
            ? $"{r.RequiredArguments}"
            : $"{r.RequiredArguments} to {r.Parameters.Count}").Distinct());

    private static IEnumerable<string> Similar(string name) => FunctionTable.Names
        .Where(other => other.Length > 2 && (other.StartsWith(name[..Math.Min(3, name.Length)], StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal)
        .Take(5);
}
