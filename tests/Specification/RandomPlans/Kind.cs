namespace Specification.RandomPlans;

/// <summary>What a random expression may be made of and used for; a kind covers all precisions of a type.</summary>
public enum Kind
{
    Int,
    Long,
    Short,
    Float,
    Double,
    Decimal,
    String,
    Boolean,
    Date,
    Timestamp,
    TimestampNtz,
    Binary,
    IntArray,
    StringArray,
    Struct,
    Map,
}
