namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>The code point of the first character: int; 0 for empty text.</summary>
    public static Column Ascii(Column column) => Call("ascii", column);

    /// <summary>Bytes as Base64 text.</summary>
    public static Column Base64(Column column) => Call("base64", column);

    /// <summary>Texts (and the texts of arrays) put together with a separator between; nulls are left out, and the result is never null.</summary>
    public static Column ConcatWs(string sep, params Column[] columns) => Call("concat_ws", [Lit(sep), .. columns]);

    /// <summary>Bytes as text, from <c>US-ASCII</c>, <c>ISO-8859-1</c>, <c>UTF-8</c>, <c>UTF-16BE</c>, <c>UTF-16LE</c>, <c>UTF-16</c> or <c>UTF-32</c>.</summary>
    public static Column Decode(Column column, string charset) => Call("decode", column, Lit(charset));

    /// <summary>Text as bytes, in one of the character sets of <see cref="Decode"/>.</summary>
    public static Column Encode(Column column, string charset) => Call("encode", column, Lit(charset));

    /// <summary>The number as text with commas between thousands and so many digits after the point, a half to the even digit.</summary>
    public static Column FormatNumber(Column column, int d) => Call("format_number", column, Lit(d));

    /// <summary>Values in a text as Java's <c>printf</c> writes them.</summary>
    public static Column FormatString(string format, params Column[] columns) => Call("format_string", [Lit(format), .. columns]);

    /// <summary>Every word's first letter in upper case, the rest in lower case; words are parted by spaces.</summary>
    public static Column InitCap(Column column) => Call("initcap", column);

    /// <summary>Where a text first comes, from 1: int; 0 where it does not.</summary>
    public static Column Instr(Column column, string substring) => Call("instr", column, Lit(substring));

    /// <summary>The number of characters of text, trailing spaces included, or of bytes of binary: int.</summary>
    public static Column Length(Column column) => Call("length", column);

    /// <summary>In lower case.</summary>
    public static Column Lower(Column column) => Call("lower", column);

    /// <summary>How many characters must be changed, added or dropped to make one text of the other: int.</summary>
    public static Column Levenshtein(Column left, Column right) => Call("levenshtein", left, right);

    /// <summary>Where a text first comes, from 1: int; 0 where it does not.</summary>
    public static Column Locate(string substring, Column column) => Call("locate", Lit(substring), column);

    /// <summary>As <see cref="Locate(string, Column)"/>, from a position on, from 1.</summary>
    public static Column Locate(string substring, Column column, int pos) => Call("locate", Lit(substring), column, Lit(pos));

    /// <summary>Filled up on the left to so many characters; a longer text is cut to them.</summary>
    public static Column Lpad(Column column, int len, string pad) => Call("lpad", column, Lit(len), Lit(pad));

    /// <summary>Without spaces on the left.</summary>
    public static Column Ltrim(Column column) => Call("ltrim", column);

    /// <summary>Without any of the given characters on the left.</summary>
    public static Column Ltrim(Column column, string trimString) => Call("ltrim", Lit(trimString), column);

    /// <summary>The group (0: all) of the first match of a Java regular expression; empty where there is no match or the group has none.</summary>
    public static Column RegexpExtract(Column column, string exp, int groupIdx) => Call("regexp_extract", column, Lit(exp), Lit(groupIdx));

    /// <summary>Every match of a Java regular expression replaced; <c>$1</c> is a group.</summary>
    public static Column RegexpReplace(Column column, string pattern, string replacement) => Call("regexp_replace", column, Lit(pattern), Lit(replacement));

    /// <summary>As <see cref="RegexpReplace(Column, string, string)"/>, by columns.</summary>
    public static Column RegexpReplace(Column column, Column pattern, Column replacement) => Call("regexp_replace", column, pattern, replacement);

    /// <summary>The bytes that Base64 text says: binary. Other characters are passed over; an incomplete end fails.</summary>
    public static Column Unbase64(Column column) => Call("unbase64", column);

    /// <summary>Filled up on the right to so many characters; a longer text is cut to them.</summary>
    public static Column Rpad(Column column, int len, string pad) => Call("rpad", column, Lit(len), Lit(pad));

    /// <summary>The text so many times; empty for 0 and less.</summary>
    public static Column Repeat(Column column, int n) => Call("repeat", column, Lit(n));

    /// <summary>Without spaces on the right.</summary>
    public static Column Rtrim(Column column) => Call("rtrim", column);

    /// <summary>Without any of the given characters on the right.</summary>
    public static Column Rtrim(Column column, string trimString) => Call("rtrim", Lit(trimString), column);

    /// <summary>The Soundex code, four characters; text that begins with no letter stays as it is.</summary>
    public static Column Soundex(Column column) => Call("soundex", column);

    /// <summary>The parts between matches of a Java regular expression: array of string; empty ones are kept.</summary>
    public static Column Split(Column column, string pattern) => Call("split", column, Lit(pattern));

    /// <summary>As <see cref="Split(Column, string)"/>, in at most so many parts, the last of which holds the rest; 0 and less: no limit.</summary>
    public static Column Split(Column column, string pattern, int limit) => Call("split", column, Lit(pattern), Lit(limit));

    /// <summary>So many characters of text, or bytes of binary, from a position, from 1 (negative: from the end).</summary>
    public static Column Substring(Column column, int pos, int len) => Call("substring", column, Lit(pos), Lit(len));

    /// <summary>What stands before so many delimiters, counted from the left, or for a negative count behind them, from the right.</summary>
    public static Column SubstringIndex(Column column, string delimiter, int count) => Call("substring_index", column, Lit(delimiter), Lit(count));

    /// <summary>The text with so many characters from a position, from 1, replaced by another text; a negative length: as many as that has.</summary>
    public static Column Overlay(Column src, Column replace, Column pos, Column len) => Call("overlay", src, replace, pos, len);

    /// <summary>As <see cref="Overlay(Column, Column, Column, Column)"/>, as many as the other text has.</summary>
    public static Column Overlay(Column src, Column replace, Column pos) => Call("overlay", src, replace, pos);

    /// <summary>The sentences as arrays of words: array of array of string.</summary>
    public static Column Sentences(Column str, Column language, Column country) => Call("sentences", str, language, country);

    /// <summary>As <see cref="Sentences(Column, Column, Column)"/>, for the default language.</summary>
    public static Column Sentences(Column str) => Call("sentences", str);

    /// <summary>Every character of the first list replaced by the one at its place in the second; without one there it is dropped.</summary>
    public static Column Translate(Column column, string matchingString, string replaceString) => Call("translate", column, Lit(matchingString), Lit(replaceString));

    /// <summary>Without spaces on both sides.</summary>
    public static Column Trim(Column column) => Call("trim", column);

    /// <summary>Without any of the given characters on both sides.</summary>
    public static Column Trim(Column column, string trimString) => Call("trim", Lit(trimString), column);

    /// <summary>In upper case.</summary>
    public static Column Upper(Column column) => Call("upper", column);

    /// <summary>The group (0: all) of every match of a Java regular expression: array of string. Not in Microsoft.Spark.</summary>
    public static Column RegexpExtractAll(Column column, string exp, int groupIdx) => Call("regexp_extract_all", column, Lit(exp), Lit(groupIdx));

    /// <summary>How often a Java regular expression matches: int. Not in Microsoft.Spark.</summary>
    public static Column RegexpCount(Column column, string exp) => Call("regexp_count", column, Lit(exp));
}
