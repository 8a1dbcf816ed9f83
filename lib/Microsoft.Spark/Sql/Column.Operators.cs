using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class Column
{
    /// <summary>The negative; fails where it overflows.</summary>
    public static Column operator -(Column self) => Call("negative", self);

    /// <summary>True for false and the other way round; null stays null.</summary>
    public static Column operator !(Column self) => Call("not", self);

    /// <summary>Whether both are equal; null where one is null. See <see cref="EqNullSafe"/>.</summary>
    public static Column operator ==(Column lhs, object? rhs) => lhs.EqualTo(rhs);

    /// <summary>Whether both differ; null where one is null.</summary>
    public static Column operator !=(Column lhs, object? rhs) => lhs.NotEqual(rhs);

    /// <summary>Whether the left is greater; null where one is null.</summary>
    public static Column operator >(Column lhs, object? rhs) => lhs.Gt(rhs);

    /// <summary>Whether the left is less; null where one is null.</summary>
    public static Column operator <(Column lhs, object? rhs) => lhs.Lt(rhs);

    /// <summary>Whether the left is less or equal; null where one is null.</summary>
    public static Column operator <=(Column lhs, object? rhs) => lhs.Leq(rhs);

    /// <summary>Whether the left is greater or equal; null where one is null.</summary>
    public static Column operator >=(Column lhs, object? rhs) => lhs.Geq(rhs);

    /// <summary>Logical or: true where one is true, null where one is null and none is true.</summary>
    public static Column operator |(Column lhs, Column rhs) => lhs.Or(rhs);

    /// <summary>Logical and: false where one is false, null where one is null and none is false.</summary>
    public static Column operator &(Column lhs, Column rhs) => lhs.And(rhs);

    /// <summary>The sum; also a date or timestamp plus an interval.</summary>
    public static Column operator +(Column lhs, object? rhs) => lhs.Plus(rhs);

    /// <summary>The difference; of two dates or timestamps an interval.</summary>
    public static Column operator -(Column lhs, object? rhs) => lhs.Minus(rhs);

    /// <summary>The product.</summary>
    public static Column operator *(Column lhs, object? rhs) => lhs.Multiply(rhs);

    /// <summary>The quotient: double for whole numbers too, decimal for decimals. Division by zero fails (<c>DIVIDE_BY_ZERO</c>).</summary>
    public static Column operator /(Column lhs, object? rhs) => lhs.Divide(rhs);

    /// <summary>The remainder, with the sign of the left. A zero on the right fails (<c>REMAINDER_BY_ZERO</c>).</summary>
    public static Column operator %(Column lhs, object? rhs) => lhs.Mod(rhs);

    /// <summary>Whether both are equal; null where one is null. Spark's <c>=</c>.</summary>
    public Column EqualTo(object? rhs) => Binary("==", rhs);

    /// <summary>Whether both differ; null where one is null.</summary>
    public Column NotEqual(object? rhs) => !EqualTo(rhs);

    /// <summary>Whether this is greater; null where one is null.</summary>
    public Column Gt(object? rhs) => Binary(">", rhs);

    /// <summary>Whether this is less; null where one is null.</summary>
    public Column Lt(object? rhs) => Binary("<", rhs);

    /// <summary>Whether this is less or equal; null where one is null.</summary>
    public Column Leq(object? rhs) => Binary("<=", rhs);

    /// <summary>Whether this is greater or equal; null where one is null.</summary>
    public Column Geq(object? rhs) => Binary(">=", rhs);

    /// <summary>Whether both are equal, nulls to each other too; never null. Spark's <c>&lt;=&gt;</c>.</summary>
    public Column EqNullSafe(object? obj) => Binary("<=>", obj);

    /// <summary>Whether both differ, a null from anything but a null; never null. Spark's <c>IS DISTINCT FROM</c>. Not in Microsoft.Spark.</summary>
    public Column IsDistinctFrom(object? other) => !EqNullSafe(other);

    /// <summary>Whether this lies between both bounds, inclusive.</summary>
    public Column Between(object? lowerBound, object? upperBound) => Geq(lowerBound) & Leq(upperBound);

    /// <summary>Whether this is NaN; false for null.</summary>
    public Column IsNaN() => Call("isnan", this);

    /// <summary>Whether this is null; never null.</summary>
    public Column IsNull() => Call("isnull", this);

    /// <summary>Whether this is not null; never null.</summary>
    public Column IsNotNull() => Call("isnotnull", this);

    /// <summary>Logical or; see the operator <c>|</c>.</summary>
    public Column Or(Column other) => Call("or", this, other);

    /// <summary>Logical and; see the operator <c>&amp;</c>.</summary>
    public Column And(Column other) => Call("and", this, other);

    /// <summary>The sum; an overflow fails (<c>ARITHMETIC_OVERFLOW</c>).</summary>
    public Column Plus(object? rhs) => Binary("+", rhs);

    /// <summary>The difference; an overflow fails (<c>ARITHMETIC_OVERFLOW</c>).</summary>
    public Column Minus(object? rhs) => Binary("-", rhs);

    /// <summary>The product; an overflow fails (<c>ARITHMETIC_OVERFLOW</c>).</summary>
    public Column Multiply(object? rhs) => Binary("*", rhs);

    /// <summary>The quotient; see the operator <c>/</c>.</summary>
    public Column Divide(object? rhs) => Binary("/", rhs);

    /// <summary>The remainder; see the operator <c>%</c>.</summary>
    public Column Mod(object? rhs) => Binary("%", rhs);

    /// <summary>Bits that are set in one of both whole numbers.</summary>
    public Column BitwiseOR(object? other) => Binary("|", other);

    /// <summary>Bits that are set in both whole numbers.</summary>
    public Column BitwiseAND(object? other) => Binary("&", other);

    /// <summary>Bits that are set in exactly one of both whole numbers.</summary>
    public Column BitwiseXOR(object? other) => Binary("^", other);

    private Column Binary(string name, object? other) => new(new UnresolvedFunction(name, [Expression, ToExpression(other)]));
}
