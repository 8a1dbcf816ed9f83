using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Columns, lambda parameters, and parts of values.</content>
internal sealed partial class ExpressionBinder
{
    // Names that SQL lets stand without parentheses.
    private static readonly HashSet<string> BareFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "current_date", "current_timestamp", "current_user", "user", "session_user",
    };

    private BoundExpression Attribute(UnresolvedAttribute attribute)
    {
        var parts = Identifiers.Split(attribute.Name);
        if (attribute.PlanId is { } frame && InFrame(frame, attribute.Name, parts) is { } column)
        {
            return column;
        }

        if (LambdaVariable(parts[0]) is { } variable)
        {
            return Fields(variable, parts, 1);
        }

        return InScope(_aggregates > 0 && AggregatedScope is { } rows ? rows : scope, attribute.Name, parts) ??
            (outer is null ? null : InScope(outer, attribute.Name, parts)) ??
            (parts.Count == 1 && BareFunctions.Contains(parts[0]) ? Function(new UnresolvedFunction(parts[0], [])) : null) ??
            throw EmbeddedErrors.UnresolvedColumn(attribute.Name, Nearest(parts[^1]));
    }

    private BoundExpression? InScope(Scope scope, string name, IReadOnlyList<string> parts)
    {
        var found = scope.Find(parts).DistinctBy(f => f.Column.Column.Id).ToList();
        return found.Count switch
        {
            0 => null,
            1 => Fields(Noted(scope, Spelled(found[0].Column.Column, parts[found[0].PartsTaken - 1])), parts, found[0].PartsTaken),
            _ => throw EmbeddedErrors.AmbiguousReference(name, Spellings(found)),
        };
    }

    private static IEnumerable<string> Spellings(IEnumerable<(ScopeColumn Column, int PartsTaken)> found) =>
        found.Select(f => string.Join(".", f.Column.Qualifiers.Append(f.Column.Name).Select(p => $"`{p}`")));

    private BoundColumn Noted(Scope scope, BoundColumn column)
    {
        scope.References?.Add((this, column));
        return Grouped(column);
    }

    private BoundColumn Grouped(BoundColumn column) => _aggregates == 0 && LeftOut.Contains(column.Id) ? column with { IsNullable = true } : column;

    // Spark names the output as the query spells the column.
    private static BoundColumn Spelled(BoundColumn column, string spelling) => column.Name == spelling ? column : column with { Name = spelling };

    private BoundExpression? InFrame(long frame, string name, IReadOnlyList<string> parts)
    {
        if (!scope.Frames.TryGetValue(frame, out var outputs))
        {
            throw new AnalysisException(
                "CANNOT_RESOLVE_DATAFRAME_COLUMN",
                $"The column `{name}` belongs to a data frame that is no part of this one. Name it without the frame: Col(\"{name}\").",
                EmbeddedErrors.Of(("name", name)));
        }

        var candidates = outputs
            .SelectMany(output => output.Where(c => string.Equals(c.Name, parts[0], StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(c => c.Id)
            .ToList();
        var visible = scope.Columns.Concat(scope.Hidden.Where(h => h.NeedsQualifier)).DistinctBy(s => s.Column.Id).Where(s => candidates.Any(c => c.Id == s.Column.Id)).ToList();
        return (visible.Count, candidates.Count) switch
        {
            (1, _) => Fields(Grouped(visible[0].Column), parts, 1),
            ( > 1, _) => throw EmbeddedErrors.AmbiguousColumnReference(name),
            (0, 0) => null,
            _ => throw new AnalysisException(
                "CANNOT_RESOLVE_DATAFRAME_COLUMN",
                $"The column `{name}` of the data frame it was taken from has been replaced or left out since. Name it without the frame: Col(\"{name}\").",
                EmbeddedErrors.Of(("name", name))),
        };
    }

    private BoundLambdaVariable? LambdaVariable(string name)
    {
        foreach (var parameters in _lambdas)
        {
            if (parameters.TryGetValue(name, out var variable))
            {
                return variable;
            }
        }

        return null;
    }

    private static BoundExpression Fields(BoundExpression value, IReadOnlyList<string> parts, int from)
    {
        for (var i = from; i < parts.Count; i++)
        {
            value = Field(value, parts[i]);
        }

        return value;
    }

    private static BoundExpression Field(BoundExpression value, string name)
    {
        switch (value.Type)
        {
            case StructType type:
                var field = FieldOf(type, name);
                return new BoundField(value, field.Name, field.DataType, value.IsNullable || field.IsNullable);
            case ArrayType { ElementType: StructType element }:
                return Call(StructuralFunctions.ArrayField, value, new BoundLiteral(FieldOf(element, name).Name, new StringType()));
            case MapType { KeyType: StringType }:
                return Call(StructuralFunctions.MapValue, value, new BoundLiteral(name, new StringType()));
            default:
                throw new AnalysisException(
                    "INVALID_EXTRACT_BASE_FIELD_TYPE",
                    $"A field `{name}` can be taken of a struct, a map, or an array of structs, not of {value.Type.Sql}.",
                    EmbeddedErrors.Of(("base", name), ("other", value.Type.Sql)));
        }
    }

    private static StructField FieldOf(StructType type, string name)
    {
        var found = type.Fields.FindAll(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw EmbeddedErrors.FieldNotFound(name, type),
            _ => throw new AnalysisException("AMBIGUOUS_REFERENCE_TO_FIELDS", $"The struct has {found.Count} fields `{name}`."),
        };
    }

    private BoundExpression Extract(BoundExpression value, Expression extraction)
    {
        if (extraction is Literal { Value: string name } && value.Type is not (MapType or ArrayType { ElementType: not StructType }))
        {
            return Field(value, name);
        }

        var key = Bind(extraction);
        return value.Type switch
        {
            ArrayType when key.Type is IntegralType => Call(StructuralFunctions.ArrayItem, value, key),
            MapType map => Call(StructuralFunctions.MapValue, value, Casts.To(key, map.KeyType)),
            ArrayType => throw EmbeddedErrors.UnexpectedInputType("GetArrayItem", 1, "INTEGRAL", key.Type),
            StructType => throw new AnalysisException("INVALID_EXTRACT_FIELD_TYPE", $"A field of a struct is taken by its name, a constant text, not by {key.Type.Sql}."),
            _ => throw new AnalysisException(
                "INVALID_EXTRACT_BASE_FIELD_TYPE",
                $"{key.Type.Sql} cannot take a part of {value.Type.Sql}: an array has positions, a map keys, a struct names."),
        };
    }

    private BoundExpression Update(UpdateFields update)
    {
        var value = Bind(update.Struct);
        return Update(value, Identifiers.Split(update.FieldName), 0, update.Value is null ? null : Bind(update.Value));
    }

    /// <summary>A struct with a field inside it set.</summary>
    public static BoundExpression WithField(BoundExpression value, IReadOnlyList<string> path, BoundExpression replacement) => Update(value, path, 0, replacement);

    private static BoundExpression Update(BoundExpression value, IReadOnlyList<string> path, int at, BoundExpression? replacement)
    {
        if (value.Type is not StructType type)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE", $"Fields can be set and dropped in a STRUCT, not in {value.Type.Sql}.");
        }

        bool IsNamed(string name) => string.Equals(name, path[at], StringComparison.OrdinalIgnoreCase);
        var last = at == path.Count - 1;
        var fields = new List<(string Name, BoundExpression Value)>();
        foreach (var field in type.Fields)
        {
            var current = new BoundField(value, field.Name, field.DataType, field.IsNullable);
            if (!IsNamed(field.Name))
            {
                fields.Add((field.Name, current));
            }
            else if (!last)
            {
                fields.Add((field.Name, Update(current, path, at + 1, replacement)));
            }
            else if (replacement is not null)
            {
                fields.Add((path[at], replacement));
            }
        }

        if (!type.Fields.Exists(f => IsNamed(f.Name)) && replacement is not null)
        {
            fields.Add(last ? (path[at], replacement) : throw EmbeddedErrors.FieldNotFound(path[at], type));
        }

        if (fields.Count == 0)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.CANNOT_DROP_ALL_FIELDS", "A struct cannot lose its last field.");
        }

        var structure = StructOf(fields);
        return value.IsNullable ? Call(StructuralFunctions.WhereNotNull, value, structure) with { IsNullable = true } : structure;
    }

    /// <summary>A struct of named values.</summary>
    private static BoundCall StructOf(IReadOnlyList<(string Name, BoundExpression Value)> fields)
    {
        if (fields.Count == 0)
        {
            throw EmbeddedErrors.UnsupportedFeature("a struct without fields", "Give it a field.");
        }

        StructuralFunctions.CheckNames(fields.Select(f => f.Name));
        return new BoundCall(
            StructuralFunctions.StructOf,
            fields.Select(f => f.Value).ToValueList(),
            new StructType(fields.Select(f => new StructField(f.Name, f.Value.Type, f.Value.IsNullable))),
            IsNullable: false);
    }

    private static BoundCall Call(Function function, params BoundExpression[] arguments) =>
        new(function, [.. arguments], function.Result(arguments), function.Nullable(arguments));

    private IEnumerable<string> Nearest(string name) => scope.Columns
        .Select(c => c.Name)
        .Distinct()
        .OrderBy(candidate => Distance(candidate.ToUpperInvariant(), name.ToUpperInvariant()))
        .Take(5);

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
