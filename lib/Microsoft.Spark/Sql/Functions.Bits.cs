namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>As <see cref="Bitwise_Not(Column)"/>, which Spark calls it since 3.2.</summary>
    public static Column BitwiseNOT(Column column) => Bitwise_Not(column);

    /// <summary>A whole number with every bit turned.</summary>
    public static Column Bitwise_Not(Column column) => Call("~", column);

    /// <summary>As <see cref="Shiftleft(Column, int)"/>, which Spark calls it since 3.2.</summary>
    public static Column ShiftLeft(Column column, int numBits) => Shiftleft(column, numBits);

    /// <summary>The bits of an int or bigint moved up, zeros coming in.</summary>
    public static Column Shiftleft(Column column, int numBits) => Call("shiftleft", column, Lit(numBits));

    /// <summary>As <see cref="Shiftright(Column, int)"/>, which Spark calls it since 3.2.</summary>
    public static Column ShiftRight(Column column, int numBits) => Shiftright(column, numBits);

    /// <summary>The bits of an int or bigint moved down, the sign coming in.</summary>
    public static Column Shiftright(Column column, int numBits) => Call("shiftright", column, Lit(numBits));

    /// <summary>As <see cref="Shiftrightunsigned(Column, int)"/>, which Spark calls it since 3.2.</summary>
    public static Column ShiftRightUnsigned(Column column, int numBits) => Shiftrightunsigned(column, numBits);

    /// <summary>The bits of an int or bigint moved down, zeros coming in.</summary>
    public static Column Shiftrightunsigned(Column column, int numBits) => Call("shiftrightunsigned", column, Lit(numBits));

    /// <summary>The MD5 digest of binary or text (UTF-8), as 32 hexadecimal digits, lower case.</summary>
    public static Column Md5(Column column) => Call("md5", column);

    /// <summary>The SHA-1 digest of binary or text (UTF-8), as 40 hexadecimal digits, lower case.</summary>
    public static Column Sha1(Column column) => Call("sha1", column);

    /// <summary>The SHA-2 digest of 224, 256 (also for 0), 384 or 512 bits, as hexadecimal digits, lower case; null for another number.</summary>
    public static Column Sha2(Column column, int numBits) => Call("sha2", column, Lit(numBits));

    /// <summary>The CRC-32 of binary or text (UTF-8): bigint.</summary>
    public static Column Crc32(Column column) => Call("crc32", column);

    /// <summary>Spark's Murmur3 hash of the values, seed 42: int. Nulls do not change it; ints and bigints of one value differ.</summary>
    public static Column Hash(params Column[] columns) => Call("hash", columns);

    /// <summary>Spark's xxHash64 of the values, seed 42: bigint. Nulls do not change it.</summary>
    public static Column XXHash64(params Column[] columns) => Call("xxhash64", columns);
}
