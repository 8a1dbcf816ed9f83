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
    private const string WindowName = "window";
    private const string SessionName = "session_window";

    // A column of each row's window, hidden from stars; its name has a blank, so that it is nobody's.
    private const string WindowColumn = "window of time";
    private const string SessionBegins = "session begins";
    private const string SessionNumber = "session number";

    /// <summary>The input with the windows that expressions over it hold, and the expressions over that.</summary>
    private (Bound Input, ValueList<Expression> Expressions) InWindows(LogicalPlan input, ValueList<Expression> expressions, Scope? outer, Func<LogicalPlan, LogicalPlan>? merge = null)
    {
        var windows = expressions.SelectMany(Windows).Distinct().ToList();
        if (windows.Count == 0)
        {
            return (Bind(input, outer), expressions);
        }

        if (windows.Count > 1)
        {
            throw new AnalysisException("_LEGACY_ERROR_TEMP_1039", "One window of time at most may stand in a projection or an aggregation: select or group twice.");
        }

        var window = windows[0];
        var timed = new Filter(input, new UnresolvedFunction("isnotnull", [window.Arguments[0]]));
        if (!IsSession(window) && !IntervalFunctions.Overlap(window.Arguments))
        {
            return (Bind(timed, outer), expressions);
        }

        LogicalPlan with = IsSession(window) ? Sessions(timed, window) : new Generate(timed, window with { Name = IntervalFunctions.OverlappingWindows }, IsOuter: false, "", [WindowColumn]);
        var bound = Bind(IsSession(window) && merge is not null ? merge(with) : with, outer);
        var column = Helper(WindowColumn);
        var shown = IsSession(window) ? SessionName : WindowName;
        return (Hiding(bound), expressions.Map(e => e == window ? new Alias(column, shown) : e.Rewrite(part => part == window ? column : part)));
    }

    // The window that rows are grouped by is a column named window, or session_window.
    private (Bound Input, ValueList<Expression> Grouping, ValueList<Expression> Aggregates) InWindows(Aggregate aggregate, Scope? outer)
    {
        var (grouping, aggregates) = (Parsed(aggregate.Grouping), Parsed(aggregate.Aggregates));
        var isSession = grouping.SelectMany(Windows).Any(IsSession);
        if (isSession && aggregate.Type != GroupType.GroupBy)
        {
            throw EmbeddedErrors.UnsupportedFeature("grouping sets with session windows", "Group by each set in a query of its own.");
        }

        LogicalPlan Merge(LogicalPlan sessions)
        {
            var scope = Bind(aggregate.Input, outer);
            return Merged(sessions, grouping.Where(e => !Windows(e).Any()).Select(e => GroupingExpression(e, aggregates, scope)).ToValueList());
        }

        var (input, all) = InWindows(aggregate.Input, grouping.Concat(aggregates), outer, Merge);
        grouping = all.Take(grouping.Count).ToValueList();
        var key = grouping.OfType<UnresolvedFunction>().FirstOrDefault(f => f.Name.Equals(WindowName, StringComparison.OrdinalIgnoreCase)) ??
            grouping.OfType<Alias>().Select(a => a.Child).FirstOrDefault(e => e == Helper(WindowColumn));
        var name = isSession ? SessionName : WindowName;
        aggregates = all.Skip(grouping.Count).ToValueList();
        return (input, grouping, key is null || input.Scope.Find([name]).Any() ? aggregates : aggregates.Map(e => OfWindow(e, key, name)));
    }

    private static Expression OfWindow(Expression expression, Expression window, string name)
    {
        var changed = OverWindow(expression, window, name);
        return changed != expression && expression is UnresolvedAttribute ? new Alias(changed, ColumnNames.Unsettled.Of(expression)) : changed;
    }

    private static Expression OverWindow(Expression expression, Expression window, string name) => expression is UnresolvedAttribute attribute
        ? Identifiers.Split(attribute.Name) switch
        {
            [var column] when column.Equals(name, StringComparison.OrdinalIgnoreCase) => window,
            [var column, var field] when column.Equals(name, StringComparison.OrdinalIgnoreCase) => new UnresolvedExtractValue(window, new Literal(field, new StringType())),
            _ => expression,
        }
        : expression.Children.Count == 0 ? expression : expression.WithChildren(expression.Children.Map(child => OverWindow(child, window, name)));

    private static UnresolvedAttribute Helper(string column) => new($"`{column}`");

    private static Bound Hiding(Bound bound)
    {
        var helpers = bound.Scope.Columns.Where(c => c.Name is WindowColumn or SessionBegins or SessionNumber).ToValueList();
        return bound with { Scope = new Scope(bound.Scope.Columns.Where(c => !helpers.Contains(c)), bound.Scope.Frames, bound.Scope.Hidden.Concat(helpers)) };
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
            [new Alias(new UnresolvedFunction(IntervalFunctions.Session, [time, end]), WindowColumn)]);
    }

    // A session goes on where the next begins no later than any before it ends.
    private static WithColumns Merged(LogicalPlan sessions, ValueList<Expression> keys)
    {
        Expression Of(string field) => new UnresolvedExtractValue(Helper(WindowColumn), new Literal(field, new StringType()));
        Expression Window(string function, Expression argument, bool ordered, WindowFrame? frame, params Expression[] partition) => new WindowExpression(
            new UnresolvedFunction(function, [argument]), keys.Concat(partition), ordered ? [new SortOrder(Of("start"))] : [], frame);

        var before = new WindowFrame(IsRange: false, FrameBoundary.Unbounded, new FrameBoundary(FrameBoundaryKind.Value, new Literal(-1, new IntegerType())));
        var goesOn = new UnresolvedFunction("<=", [Of("start"), Window("max", Of("end"), ordered: true, before)]);
        var begins = new UnresolvedFunction("when", [goesOn, new Literal(0, new IntegerType()), new Literal(1, new IntegerType())]);
        var flagged = new WithColumns(sessions, [new Alias(begins, SessionBegins)]);
        var numbered = new WithColumns(flagged, [new Alias(Window("sum", Helper(SessionBegins), ordered: true, frame: null), SessionNumber)]);
        var number = Helper(SessionNumber);
        var whole = new UnresolvedFunction(IntervalFunctions.Session, [Window("min", Of("start"), ordered: false, frame: null, number), Window("max", Of("end"), ordered: false, frame: null, number)]);
        return new WithColumns(numbered, [new Alias(whole, WindowColumn)]);
    }

    private static bool IsSession(UnresolvedFunction window) => window.Name.Equals(SessionName, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<UnresolvedFunction> Windows(Expression expression) =>
        expression is UnresolvedFunction { Arguments.Count: > 1 } function && (IsSession(function) || function.Name.Equals(WindowName, StringComparison.OrdinalIgnoreCase))
            ? [function]
            : expression.Children.SelectMany(Windows);
}
