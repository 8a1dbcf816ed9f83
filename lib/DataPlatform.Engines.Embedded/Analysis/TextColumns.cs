using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>The columns of a view made of text: they are looked for by name in what the text gives later, and cast back where nothing can be lost. Spark's <c>ViewHelper</c>.</summary>
/// <param name="Names">The view's names of them.</param>
/// <param name="Made">What the query gave when the view was made.</param>
internal sealed record TextColumns(ValueList<string> Names, StructType Made)
{
    /// <exception cref="AnalysisException"><c>CREATE_VIEW_COLUMN_ARITY_MISMATCH</c>, <c>COLUMN_ALREADY_EXISTS</c>.</exception>
    public static TextColumns Of(CreateTempView view, StructType made)
    {
        var names = view.Columns.Count > 0 ? view.Columns : made.Fields.Select(field => field.Name).ToValueList();
        if (names.Count != made.Fields.Count)
        {
            throw EmbeddedErrors.ViewColumnArity(view.Name, names, made.Fields.Select(field => field.Name).ToValueList());
        }

        return names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw EmbeddedErrors.ColumnAlreadyExists(twice.Key.ToLowerInvariant())
            : new TextColumns(names, made);
    }

    /// <summary>The view's columns among those that its query gives now; what each is named, and what it is.</summary>
    /// <exception cref="AnalysisException"><c>INCOMPATIBLE_VIEW_SCHEMA_CHANGE</c>, <c>CANNOT_UP_CAST_DATATYPE</c>.</exception>
    public IEnumerable<(string Name, BoundExpression Value)> Among(string view, ValueList<BoundColumn> given)
    {
        bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < Names.Count; i++)
        {
            var field = Made.Fields[i];
            var (expected, found) = (Made.Fields.Count(other => Same(other.Name, field.Name)), given.Where(column => Same(column.Name, field.Name)).ToList());
            if (found.Count != expected)
            {
                throw EmbeddedErrors.IncompatibleViewSchemaChange(view, field.Name, expected, found.Count);
            }

            var column = found[Made.Fields.Take(i).Count(other => Same(other.Name, field.Name))];
            yield return (Names[i], UpCast.IsAllowed(column.Type, field.DataType) ? Casts.To(column, field.DataType) : throw EmbeddedErrors.CannotUpCast(column.Name, column.Type, field.DataType));
        }
    }
}
