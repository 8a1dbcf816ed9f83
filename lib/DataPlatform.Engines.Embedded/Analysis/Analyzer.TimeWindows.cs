using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>
/// Windows of time, as Spark's rules <c>TimeWindowing</c> and <c>SessionWindowing</c> have them: a row without a time is in none and left out, where windows overlap a row is there once for each that it
/// is in, and sessions that touch are one.
/// </content>
internal sealed partial class Analyzer
{
    private const string WindowColumn = "window";
    private const string SessionColumn = "session_window";

    private LogicalPlan InWindows(LogicalPlan plan, Scope? outer) => plan switch
    {
        Project project => InWindows(project, Parsed(project.Expressions), (input, columns) => project with { Input = input, Expressions = columns }),
        WithColumns columns => InWindows(columns, columns.Aliases.Map(a => (Expression)a), (input, aliases) => columns with { Input = input, Aliases = aliases.Map(a => (Alias)a) }),
        Aggregate { Type: not GroupType.Pivot } aggregate => InWindows(aggregate, outer),
        _ => plan,
    };

    private LogicalPlan InWindows(Aggregate aggregate, Scope? outer)
    {
        var (grouping, aggregates) = (Parsed(aggregate.Grouping), Parsed(aggregate.Aggregates));
        LogicalPlan With(LogicalPlan input, ValueList<Expression> all) => aggregate with
        {
            Input = input,
            Grouping = all.Take(grouping.Count).ToValueList(),
            Aggregates = all.Skip(grouping.Count).ToValueList(),
        };

        if (!grouping.SelectMany(Windows).Any(IsSession))
        {
            return InWindows(aggregate, grouping.Concat(aggregates), With);
        }

        if (aggregate.Type != GroupType.GroupBy)
        {
            throw EmbeddedErrors.UnsupportedFeature("grouping sets with session windows", "Group by each set in a query of its own.");
        }

        var input = Bind(aggregate.Input, outer);
        grouping = grouping.Map(e => GroupingExpression(e, aggregates, input));
        var keys = grouping.Where(e => !Windows(e).Any()).ToValueList();
        return InWindows(aggregate, grouping.Concat(aggregates), (sessions, all) => With(Merged(sessions, keys), all));
    }

    private static LogicalPlan InWindows(UnaryPlan plan, ValueList<Expression> expressions, Func<LogicalPlan, ValueList<Expression>, LogicalPlan> with)
    {
        var windows = expressions.SelectMany(Windows).Distinct().ToList();
        if (windows.Count == 0)
        {
            return plan;
        }

        if (windows.Count > 1)
        {
            throw new AnalysisException("_LEGACY_ERROR_TEMP_1039", "One window of time at most may stand in a projection or an aggregation: select or group twice.");
        }

        var window = windows[0];
        var timed = new Filter(plan.Input, new UnresolvedFunction("isnotnull", [window.Arguments[0]]));
        ValueList<Expression> Over(string column) => expressions.Map(e => e.Rewrite(part => part == window ? new UnresolvedAttribute(column) : part));
        return IsSession(window) ? with(Sessions(timed, window), Over(SessionColumn))
            : IntervalFunctions.Overlap(window.Arguments) ? with(new Generate(timed, window with { Name = IntervalFunctions.OverlappingWindows }, IsOuter: false, "", [WindowColumn]), Over(WindowColumn))
            : with(timed, expressions);
    }

    // Each row's own session: from its time for as long as the gap.
    private static WithColumns Sessions(LogicalPlan timed, UnresolvedFunction window)
    {
        if (window.Arguments[1] is not Literal { Value: string text } || !IntervalText.TryMicros(text, out var gap) || gap >= TimeSpan.MicrosecondsPerDay)
        {
            throw EmbeddedErrors.UnsupportedFeature("session windows whose gap is no constant below a day", "Give a gap such as '30 minutes'.");
        }

        var time = window.Arguments[0];
        var end = new UnresolvedFunction("+", [time, new Literal(TimeSpan.FromMicroseconds(gap), new DayTimeIntervalType())]);
        return new WithColumns(
            gap > 0 ? timed : new Filter(timed, new Literal(false, new BooleanType())),
            [new Alias(new UnresolvedFunction(IntervalFunctions.Session, [time, end]), SessionColumn)]);
    }

    // A session goes on where the next begins no later than any before it ends.
    private static WithColumns Merged(LogicalPlan sessions, ValueList<Expression> keys)
    {
        const string Begins = "session begins";
        const string Number = "session number";
        Expression Of(string field) => new UnresolvedExtractValue(new UnresolvedAttribute(SessionColumn), new Literal(field, new StringType()));
        Expression Window(string function, Expression argument, bool ordered, WindowFrame? frame, params Expression[] partition) => new WindowExpression(
            new UnresolvedFunction(function, [argument]), keys.Concat(partition), ordered ? [new SortOrder(Of("start"))] : [], frame);

        var before = new WindowFrame(IsRange: false, FrameBoundary.Unbounded, new FrameBoundary(FrameBoundaryKind.Value, new Literal(-1, new IntegerType())));
        var goesOn = new UnresolvedFunction("<=", [Of("start"), Window("max", Of("end"), ordered: true, before)]);
        var begins = new UnresolvedFunction("when", [goesOn, new Literal(0, new IntegerType()), new Literal(1, new IntegerType())]);
        var flagged = new WithColumns(sessions, [new Alias(begins, Begins)]);
        var numbered = new WithColumns(flagged, [new Alias(Window("sum", new UnresolvedAttribute($"`{Begins}`"), ordered: true, frame: null), Number)]);
        var number = new UnresolvedAttribute($"`{Number}`");
        var whole = new UnresolvedFunction(IntervalFunctions.Session, [Window("min", Of("start"), ordered: false, frame: null, number), Window("max", Of("end"), ordered: false, frame: null, number)]);
        return new WithColumns(numbered, [new Alias(whole, SessionColumn)]);
    }

    private static bool IsSession(UnresolvedFunction window) => window.Name.Equals(SessionColumn, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<UnresolvedFunction> Windows(Expression expression) =>
        expression is UnresolvedFunction { Arguments.Count: > 1 } function && (IsSession(function) || function.Name.Equals(WindowColumn, StringComparison.OrdinalIgnoreCase))
            ? [function]
            : expression.Children.SelectMany(Windows);
}
