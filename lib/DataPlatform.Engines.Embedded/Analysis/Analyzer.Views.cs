using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Names of relations.</content>
internal sealed partial class Analyzer
{
    /// <summary>A view, settled by the views and in the time zone that it goes by. It knows nothing of what stands around its name.</summary>
    /// <exception cref="AnalysisException"><c>RECURSIVE_VIEW</c>; of a view made of text also <c>INCOMPATIBLE_VIEW_SCHEMA_CHANGE</c> and <c>CANNOT_UP_CAST_DATATYPE</c>.</exception>
    public Bound BindView(string name, TemporaryView view)
    {
        if (_within.Contains(view, ReferenceEqualityComparer.Instance))
        {
            throw EmbeddedErrors.RecursiveView(name);
        }

        var (views, zone) = (_views, TimeZone);
        _within.Push(view);
        (_views, TimeZone) = (view.Views ?? views, SparkTimeZone.Get(view.TimeZone));
        try
        {
            var bound = Bind(view.Plan);
            if (view.Text is { } text)
            {
                bound = Projected(bound, text.Among(name, bound.Scope.Columns.Map(c => c.Column)).Select(c => c.Value is BoundColumn same && same.Name == c.Name ? Passed(same) : Named(c.Name, c.Value)));
            }

            return TimeZone == zone ? bound : bound with { Plan = new BoundInZone(bound.Plan, view.TimeZone) };
        }
        finally
        {
            (_views, TimeZone) = (views, zone);
            _within.Pop();
        }
    }

    private Bound NamedTable(NamedTable table)
    {
        var parts = Identifiers.Split(table.Name).ToValueList();
        var bound = _views.Find(parts) is { } view ? BindView(table.Name, view) : Bind(catalog.Resolve(table));
        return bound with { Scope = bound.Scope.Qualified(parts), Below = null };
    }
}
