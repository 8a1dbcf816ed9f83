namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>An array of the values, brought to one type.</summary>
    public static Column Array(params Column[] columns) => Call("array", columns);

    /// <summary>As <see cref="Array(Column[])"/>, of the columns named.</summary>
    public static Column Array(string columnName, params string[] columnNames) => Array(Columns(columnName, columnNames));

    /// <summary>A map of keys and values by turns; a null key and one that stands twice fail.</summary>
    public static Column Map(params Column[] columns) => Call("map", columns);

    /// <summary>A map of an array of keys and one of values, as long.</summary>
    public static Column MapFromArrays(Column key, Column values) => Call("map_from_arrays", key, values);

    /// <summary>A struct with a field a column, named as the columns are (<c>col1</c>, … where they have no name).</summary>
    public static Column Struct(params Column[] columns) => Call("struct", columns);

    /// <summary>As <see cref="Struct(Column[])"/>, of the columns named.</summary>
    public static Column Struct(string columnName, params string[] columnNames) => Struct(Columns(columnName, columnNames));

    /// <summary>Whether the array has the value; null for a null array, and where it does not and has a null.</summary>
    public static Column ArrayContains(Column column, object? value) => Call("array_contains", column, Lit(value));

    /// <summary>Whether both arrays share a value that is not null; null where they do not and one has a null.</summary>
    public static Column ArraysOverlap(Column a1, Column a2) => Call("arrays_overlap", a1, a2);

    /// <summary>So many elements from a position, from 1 (negative: from the end).</summary>
    public static Column Slice(Column column, int start, int length) => Call("slice", column, Lit(start), Lit(length));

    /// <summary>As <see cref="Slice(Column, int, int)"/>, by columns.</summary>
    public static Column Slice(Column column, Column start, Column length) => Call("slice", column, start, length);

    /// <summary>The texts of the array with a delimiter between, nulls replaced.</summary>
    public static Column ArrayJoin(Column column, string delimiter, string nullReplacement) => Call("array_join", column, Lit(delimiter), Lit(nullReplacement));

    /// <summary>The texts of the array with a delimiter between, nulls left out.</summary>
    public static Column ArrayJoin(Column column, string delimiter) => Call("array_join", column, Lit(delimiter));

    /// <summary>Texts, binaries or arrays put together; null where one is.</summary>
    public static Column Concat(params Column[] columns) => Call("concat", columns);

    /// <summary>Where the value first stands, from 1: bigint; 0 where it does not.</summary>
    public static Column ArrayPosition(Column column, object? value) => Call("array_position", column, Lit(value));

    /// <summary>The element at a position, from 1 (negative: from the end), which must be there, or the value of a key, null where there is none.</summary>
    public static Column ElementAt(Column column, object value) => Call("element_at", column, Lit(value));

    /// <summary>The array ascending, nulls last.</summary>
    public static Column ArraySort(Column column) => Call("array_sort", column);

    /// <summary>The array without that value.</summary>
    public static Column ArrayRemove(Column column, object? element) => Call("array_remove", column, Lit(element));

    /// <summary>The array's different values, in the order of their first.</summary>
    public static Column ArrayDistinct(Column column) => Call("array_distinct", column);

    /// <summary>The different values that both arrays have, in the first's order; nulls count as equal.</summary>
    public static Column ArrayIntersect(Column col1, Column col2) => Call("array_intersect", col1, col2);

    /// <summary>The different values of both arrays, the first's first; nulls count as equal.</summary>
    public static Column ArrayUnion(Column col1, Column col2) => Call("array_union", col1, col2);

    /// <summary>The different values of the first array that the second lacks; nulls count as equal.</summary>
    public static Column ArrayExcept(Column col1, Column col2) => Call("array_except", col1, col2);

    /// <summary>In a select: a row an element (column <c>col</c>) or map entry (<c>key</c>, <c>value</c>); none for null and empty.</summary>
    public static Column Explode(Column column) => Call("explode", column);

    /// <summary>As <see cref="Explode"/>, but one row of nulls for null and empty.</summary>
    public static Column ExplodeOuter(Column column) => Call("explode_outer", column);

    /// <summary>As <see cref="Explode"/>, with the position, from 0, in a column <c>pos</c> before.</summary>
    public static Column PosExplode(Column column) => Call("posexplode", column);

    /// <summary>As <see cref="PosExplode"/>, but one row of nulls for null and empty.</summary>
    public static Column PosExplodeOuter(Column column) => Call("posexplode_outer", column);

    /// <summary>The number of elements or entries: int; null for null.</summary>
    public static Column Size(Column column) => Call("size", column);

    /// <summary>The array ascending, nulls first, or descending, nulls last.</summary>
    public static Column SortArray(Column column, bool asc = true) => Call("sort_array", column, Lit(asc));

    /// <summary>The smallest element, nulls aside; null where there is none.</summary>
    public static Column ArrayMin(Column column) => Call("array_min", column);

    /// <summary>The greatest element, nulls aside; null where there is none.</summary>
    public static Column ArrayMax(Column column) => Call("array_max", column);

    /// <summary>The array in random order.</summary>
    public static Column Shuffle(Column column) => Call("shuffle", column);

    /// <summary>The array or text from back to front.</summary>
    public static Column Reverse(Column column) => Call("reverse", column);

    /// <summary>The arrays of an array put together; null where one is.</summary>
    public static Column Flatten(Column column) => Call("flatten", column);

    /// <summary>An array from start to stop, both inclusive, of whole numbers, dates or timestamps, by a step (an interval for the latter).</summary>
    public static Column Sequence(Column start, Column stop, Column step) => Call("sequence", start, stop, step);

    /// <summary>As <see cref="Sequence(Column, Column, Column)"/>, by 1 or -1, for dates and timestamps by one day.</summary>
    public static Column Sequence(Column start, Column stop) => Call("sequence", start, stop);

    /// <summary>An array of a value so many times.</summary>
    public static Column ArrayRepeat(Column left, Column right) => Call("array_repeat", left, right);

    /// <summary>An array of a value so many times.</summary>
    public static Column ArrayRepeat(Column left, int count) => Call("array_repeat", left, Lit(count));

    /// <summary>The map's keys as an array.</summary>
    public static Column MapKeys(Column column) => Call("map_keys", column);

    /// <summary>The map's values as an array.</summary>
    public static Column MapValues(Column column) => Call("map_values", column);

    /// <summary>The map's entries as an array of structs of <c>key</c> and <c>value</c>.</summary>
    public static Column MapEntries(Column column) => Call("map_entries", column);

    /// <summary>A map of an array of structs of two fields.</summary>
    public static Column MapFromEntries(Column column) => Call("map_from_entries", column);

    /// <summary>An array of structs with a field an array, its elements by position; the shorter are filled with nulls.</summary>
    public static Column ArraysZip(params Column[] columns) => Call("arrays_zip", columns);

    /// <summary>One map of several; a key that stands twice fails.</summary>
    public static Column MapConcat(params Column[] columns) => Call("map_concat", columns);

    /// <summary>As <see cref="CollectList(Column)"/>. Not in Microsoft.Spark.</summary>
    public static Column ArrayAgg(Column column) => Call("array_agg", column);

    /// <summary>The array without its nulls. Not in Microsoft.Spark.</summary>
    public static Column ArrayCompact(Column column) => Call("array_compact", column);
}
