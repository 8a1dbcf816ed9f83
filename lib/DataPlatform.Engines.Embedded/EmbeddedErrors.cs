using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <summary>The errors of the embedded engine: codes are Spark's conditions where Spark has one.</summary>
internal static partial class EmbeddedErrors
{
    public static AnalysisException UnsupportedType(DataType type) => new(
        "UNSUPPORTED_DATATYPE",
        $"The embedded engine has no {type.Sql} values. Cast them to another type, or run the job on Spark.",
        Of(("typeName", type.Sql)));

    public static AnalysisException UnsupportedFeature(string feature, string instead) => new(
        "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE",
        $"The embedded engine does not support {feature}. {instead}",
        Of(("feature", feature)));

    public static AnalysisException FunctionNotSupported(string name, string reason) => new(
        "FUNCTION_NOT_SUPPORTED",
        $"The embedded engine does not have the function {name} ({reason}). Run the job on Spark, or compute it with other functions.",
        Of(("functionName", name)));

    public static AnalysisException UnresolvedRoutine(string name, IEnumerable<string> similar) => new(
        "UNRESOLVED_ROUTINE",
        $"There is no function `{name}`.{Suggest(similar)}",
        Of(("routineName", $"`{name}`")));

    public static AnalysisException RandomInAggregate(string function) => new(
        "AGGREGATE_FUNCTION_WITH_NONDETERMINISTIC_EXPRESSION", $"{function} cannot take what differs from call to call, as rand does: make a column of it first.", Of(("sqlExpr", function)));

    public static AnalysisException RandomInAggregateFilter(string filter) => new(
        "INVALID_AGGREGATE_FILTER.NON_DETERMINISTIC", $"The filter of an aggregate cannot hold what differs from call to call, as rand does: {filter}. Make a column of it first.", Of(("filterExpr", filter)));

    public static AnalysisException LateralColumnAlias(string place) => new(
        $"UNSUPPORTED_FEATURE.LATERAL_COLUMN_ALIAS_IN_{place}",
        $"{(place == "WINDOW" ? "A window" : "An aggregate function")} cannot name an alias of the same projection: write what it stands for, or make a column of it in a query below.",
        Of());

    public static AnalysisException UnfoldableSeed(string function) => new(
        "SEED_EXPRESSION_IS_UNFOLDABLE", $"The seed of {function} must be a constant.", Of(("exprWithSeed", function)));

    public static AnalysisException SeedNoLong(string function) => new(
        "INVALID_PARAMETER_VALUE.LONG", $"The seed of {function} must be a whole number, written as it is.", Of(("parameter", "`seed`"), ("functionName", $"`{function}`")));

    public static AnalysisException NonFoldableArgument(string function, int index) => new(
        "DATATYPE_MISMATCH.NON_FOLDABLE_INPUT",
        $"Argument {index + 1} of {function} must be a constant.",
        Of(("functionName", function), ("inputName", $"{index + 1}")));

    public static AnalysisException WrongNumberOfArguments(string function, string expected, int actual) => new(
        "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
        $"{function} takes {expected} arguments, not {actual}.",
        Of(("functionName", function), ("expectedNum", expected), ("actualNum", $"{actual}")));

    public static AnalysisException UnexpectedInputType(string function, int index, string required, DataType actual) => new(
        "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
        $"Argument {index + 1} of {function} must be {required}, and is {actual.Sql}. Cast it.",
        Of(("functionName", function), ("paramIndex", $"{index + 1}"), ("requiredType", required), ("inputType", actual.Sql)));

    public static AnalysisException NotOrderable(string function, DataType actual) => new(
        "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE",
        $"{function} orders values; {actual.Sql} has no order.",
        Of(("functionName", function), ("dataType", actual.Sql)));

    public static AnalysisException DataDifferentTypes(string function, IEnumerable<DataType> types) => new(
        "DATATYPE_MISMATCH.DATA_DIFF_TYPES",
        $"The arguments of {function} have no common type: {string.Join(", ", types.Select(t => t.Sql))}. Cast them.",
        Of(("functionName", function)));

    public static AnalysisException BinaryDifferentTypes(string symbol, DataType left, DataType right) => new(
        "DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES",
        $"{symbol} cannot take {left.Sql} and {right.Sql}: they have no common type. Cast one.",
        Of(("left", left.Sql), ("right", right.Sql)));

    public static AnalysisException BinaryWrongType(string symbol, DataType type) => new(
        "DATATYPE_MISMATCH.BINARY_OP_WRONG_TYPE",
        $"{symbol} cannot take {type.Sql}. Cast the operands.",
        Of(("actualDataType", type.Sql)));

    public static AnalysisException CastWithoutSuggestion(DataType from, DataType to)
    {
        var (condition, advice) = (from, to) switch
        {
            (NumericType, DateType) or (DateType, NumericType) => ("CAST_WITH_FUNC_SUGGESTION", " Use DATE_FROM_UNIX_DATE or UNIX_DATE."),
            (IntegralType, BinaryType) or (BooleanType, TimestampType) or (DateType or TimestampType, BooleanType) =>
                ("CAST_WITH_CONF_SUGGESTION", " Spark does it with spark.sql.ansi.enabled set to false only."),
            _ => ("CAST_WITHOUT_SUGGESTION", ""),
        };
        return new AnalysisException(
            $"DATATYPE_MISMATCH.{condition}",
            $"{from.Sql} cannot be cast to {to.Sql}.{advice}",
            Of(("srcType", from.Sql), ("targetType", to.Sql)));
    }

    public static AnalysisException UnsupportedExpression(string place, string instead) => new(
        "UNSUPPORTED_EXPR_FOR_OPERATOR",
        $"{place} cannot hold a window function, an aggregate or a generator: make a column of it first, and {instead}.");

    public static AnalysisException WindowInCondition(string clause) => new(
        "WINDOW_FUNCTION_NOT_ALLOWED_IN_CLAUSE", $"{clause} cannot hold a window function: make it a column first, and filter by that.");

    public static AnalysisException GeneratorOutsideSelect(string name) => new(
        "UNSUPPORTED_GENERATOR.OUTSIDE_SELECT", $"The generator {name} makes rows, and stands in a SELECT or a LATERAL VIEW alone.");

    public static AnalysisException AggregatedAlias(string name, bool isOfRowsToo) => new(
        isOfRowsToo ? "MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_APPEAR_IN_OPERATION" : "MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_MISSING_FROM_INPUT",
        $"ORDER BY aggregates `{name}`, which here is a column of the output.{(isOfRowsToo ? " Qualify it to mean the rows' column, or choose another alias." : "")}");

    public static AnalysisException NotByItself() => new(
        "INVALID_INLINE_TABLE.CANNOT_EVALUATE_EXPRESSION_IN_INLINE_TABLE", "VALUES holds values that stand by themselves: no aggregates, windows, generators or what differs from call to call, as rand does.");

    public static AnalysisException NestedGenerator() => new(
        "UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS", "A generator such as explode may not stand inside another expression.");

    public static AnalysisException UnresolvedColumn(string name, IEnumerable<string> candidates) => new(
        candidates.Any() ? "UNRESOLVED_COLUMN.WITH_SUGGESTION" : "UNRESOLVED_COLUMN.WITHOUT_SUGGESTION",
        $"There is no column or function parameter `{name}`.{Suggest(candidates)}",
        Of(("objectName", name)));

    public static AnalysisException UnresolvedFieldName(string name, IEnumerable<string> candidates) => new(
        "UNRESOLVED_COLUMN_AMONG_FIELD_NAMES",
        $"There is no column `{name}` among {string.Join(", ", candidates)}.",
        Of(("colName", name)));

    public static AnalysisException AmbiguousReference(string name, IEnumerable<string> candidates) => new(
        "AMBIGUOUS_REFERENCE",
        $"`{name}` could be {string.Join(" or ", candidates)}. Qualify it with an alias.",
        Of(("name", name)));

    public static AnalysisException AmbiguousColumnReference(string name) => new(
        "AMBIGUOUS_COLUMN_REFERENCE",
        $"The column {name} stands for the data frame on both sides of a join. Give each side an alias (df.As(\"a\")) and use Col(\"a.{name}\").",
        Of(("name", name)));

    public static AnalysisException FieldNotFound(string name, StructType type) => new(
        "FIELD_NOT_FOUND",
        $"There is no struct field `{name}` in {type.Sql}.{Suggest(type.Fields.Select(f => f.Name))}",
        Of(("fieldName", name)));

    public static AnalysisException TableNotFound(string name, IEnumerable<string> views) => new(
        "TABLE_OR_VIEW_NOT_FOUND",
        $"There is no table or view {name}.{Suggest(views)}",
        Of(("relationName", name)));

    public static AnalysisException RecursiveView(string name) => new(
        "RECURSIVE_VIEW",
        $"The view {name} would read itself, by its own text or by that of a view it reads. Name it otherwise.",
        Of(("viewIdent", name)));

    public static AnalysisException ViewColumnArity(string name, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> given) => new(
        $"CREATE_VIEW_COLUMN_ARITY_MISMATCH.{(columns.Count > given.Count ? "NOT_ENOUGH_DATA_COLUMNS" : "TOO_MANY_DATA_COLUMNS")}",
        $"The view {name} is to have the columns {string.Join(", ", columns)}, and its query gives {string.Join(", ", given)}.",
        Of(("viewName", name), ("viewColumns", string.Join(", ", columns)), ("dataColumns", string.Join(", ", given))));

    public static AnalysisException ColumnAlreadyExists(string name) => new(
        "COLUMN_ALREADY_EXISTS",
        $"The column `{name}` is given twice. Name one otherwise.",
        Of(("columnName", name)));

    public static AnalysisException IncompatibleViewSchemaChange(string view, string column, int expected, int found) => new(
        "INCOMPATIBLE_VIEW_SCHEMA_CHANGE",
        $"When the view {view} was made, its query gave {expected} column(s) named `{column}`; now it gives {found}. Make the view again.",
        Of(("viewName", view), ("colName", column), ("expectedNum", $"{expected}"), ("actualCols", $"{found}")));

    public static AnalysisException CannotUpCast(string column, DataType from, DataType to) => new(
        "CANNOT_UP_CAST_DATATYPE",
        $"The column `{column}` was {to.Sql} when the view was made, and is {from.Sql} now, which does not fit in. Make the view again, or cast the column in its query.",
        Of(("expression", column), ("sourceType", from.Sql), ("targetType", to.Sql)));

    public static AnalysisException ValueOutOfRange(string name, string range, string value) => new(
        "DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE",
        $"The {name} must be within {range}, and is {value}.",
        Of(("exprName", name), ("valueRange", range), ("currentValue", value)));

    public static DataPlatformException DivideByZero() => new(
        "DIVIDE_BY_ZERO",
        "Division by zero. Use try_divide to get null in place of this error.");

    public static AnalysisException NotDelta(string table) => new(
        "DELTA_MISSING_DELTA_TABLE", $"{table} is no Delta table: its folder has no _delta_log with a commit.", Of(("tableName", table)));

    public static AnalysisException PathNotDelta(string path) => !Directory.Exists(path)
        ? new("PATH_NOT_FOUND", $"There is no folder {path}.", Of(("path", path)))
        : new("DELTA_TABLE_NOT_FOUND", $"There is no Delta table in {path}: the folder has no _delta_log with a commit.", Of(("path", path)));

    public static AnalysisException DeltaPartitionTransform(Expression transform) => new(
        transform is UnresolvedFunction { Name: "bucket" } ? "DELTA_OPERATION_NOT_ALLOWED_DETAIL" : "DELTA_OPERATION_NOT_ALLOWED",
        $"Delta tables are not partitioned by {Analysis.ColumnNames.Unsettled.Text(transform)}. Add a column of that value and partition by it.");

    public static AnalysisException DeltaSubquery(string command) => new(
        "DELTA_UNSUPPORTED_SUBQUERY", $"The condition of {command} cannot hold a query. Merge with the query as the source, or collect its values first.", Of(("operation", command)));

    public static AnalysisException SubqueryAsValue(string kind) => new(
        $"UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.{kind}", "A value set in a Delta table cannot be IN or EXISTS with a query, nor a query that depends on the row. Merge with the query as the source.", Of());

    public static AnalysisException DeltaPathExists(string path) => new(
        "DELTA_PATH_EXISTS", $"There is a Delta table in {path} already. Choose another mode: append, overwrite or ignore.", Of(("path", path)));

    public static AnalysisException DeltaPartitioningMismatch(IEnumerable<string> table, IEnumerable<string> given) => new(
        "DELTA_METADATA_MISMATCH",
        $"The table is partitioned by ({string.Join(", ", table)}), the write by ({string.Join(", ", given)}). Leave partitioning out, or overwrite with overwriteSchema.",
        Of(("partitioning", string.Join(",", given))));

    public static DataPlatformException FailedReadFile(string path, Exception cause) => new(
        "FAILED_READ_FILE.NO_HINT", $"Cannot read {path}: {cause.Message}", Of(("path", path)), innerException: cause);

    public static DataPlatformException FailedReadFile(string path, string why) => new(
        "FAILED_READ_FILE.NO_HINT", $"Cannot read {path}: {why}.", Of(("path", path)));

    /// <summary>Named values of an error.</summary>
    public static Dictionary<string, string> Of(params (string Name, string Value)[] parameters) =>
        parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    private static string Suggest(IEnumerable<string> names)
    {
        var listed = names.Take(10).ToList();
        return listed.Count == 0 ? "" : $" Did you mean one of: {string.Join(", ", listed.Select(n => $"`{n}`"))}?";
    }
}
