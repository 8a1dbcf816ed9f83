namespace DataPlatform.Delta;

/// <summary>
/// A condition on rows in the form in which files can be chosen by it. A file is left out only where partition values and statistics prove that no
/// row of it fulfils the condition under SQL's three-valued logic; what cannot be judged keeps the file.
/// </summary>
/// <remarks>
/// Columns are paths of names, case aside: <c>["address", "city"]</c>. Literals are values of the column's own type (see each data type); one of
/// another type keeps every file.
/// </remarks>
public abstract record FilePredicate
{
    private FilePredicate()
    {
    }

    /// <summary>A condition of which nothing is known: it keeps every file, negated too. What an untranslatable part becomes.</summary>
    public static FilePredicate Always { get; } = new Unknown();

    /// <summary>Both hold.</summary>
    public sealed record And(FilePredicate Left, FilePredicate Right) : FilePredicate;

    /// <summary>One holds at least.</summary>
    public sealed record Or(FilePredicate Left, FilePredicate Right) : FilePredicate;

    /// <summary>The operand is false; null stays null.</summary>
    public sealed record Not(FilePredicate Operand) : FilePredicate;

    /// <summary>A column compared with a literal; a null literal gives null, except under <see cref="ComparisonOperator.NullSafeEqual"/>.</summary>
    public sealed record Comparison(ValueList<string> Column, ComparisonOperator Operator, object? Literal) : FilePredicate;

    /// <summary>The column is null.</summary>
    public sealed record IsNull(ValueList<string> Column) : FilePredicate;

    /// <summary>The column is not null.</summary>
    public sealed record IsNotNull(ValueList<string> Column) : FilePredicate;

    /// <summary>The column equals one of the values; a null among them is as in SQL.</summary>
    public sealed record In(ValueList<string> Column, ValueList<object?> Values) : FilePredicate;

    /// <summary>The text column begins with a prefix.</summary>
    public sealed record StartsWith(ValueList<string> Column, string Prefix) : FilePredicate;

    /// <summary>True, false or null whatever the row.</summary>
    public sealed record Constant(bool? Value) : FilePredicate;

    /// <summary>See <see cref="Always"/>.</summary>
    public sealed record Unknown : FilePredicate;

    /// <summary>All of them hold; <see cref="Constant"/> true where there are none.</summary>
    public static FilePredicate All(IEnumerable<FilePredicate> predicates) =>
        predicates.Aggregate((FilePredicate?)null, (left, right) => left is null ? right : new And(left, right)) ?? new Constant(true);
}
