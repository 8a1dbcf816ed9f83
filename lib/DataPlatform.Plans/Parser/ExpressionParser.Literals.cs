using System.Text;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <content>Constants.</content>
internal sealed partial class ExpressionParser
{
    private Literal Number(bool isNegative)
    {
        var token = reader.Take();
        return NumberText.TryLiteral(token.Text, isNegative) ?? throw ParseErrors.InvalidNumber(reader.Text, token);
    }

    // Strings beside each other are one.
    private string Text()
    {
        var text = new StringBuilder();
        while (reader.Next.Kind == TokenKind.String)
        {
            text.Append(reader.Take().Text);
        }

        return text.ToString();
    }

    private Expression TypedLiteral()
    {
        var type = reader.Take();
        var value = reader.Next with { Text = Text() };
        return type.Text.ToUpperInvariant() switch
        {
            "DATE" => DateText.TryParse(value.Text) ?? throw ParseErrors.InvalidTypedLiteral(reader.Text, type, value),
            "TIMESTAMP" or "TIMESTAMP_LTZ" => TimestampText.TryParse(value.Text, new TimestampType()) ?? throw ParseErrors.InvalidTypedLiteral(reader.Text, type, value),
            "TIMESTAMP_NTZ" => TimestampText.TryParse(value.Text, new TimestampNTZType()) ?? throw ParseErrors.InvalidTypedLiteral(reader.Text, type, value),
            "X" => new Literal(Bytes(value.Text) ?? throw ParseErrors.InvalidTypedLiteral(reader.Text, type, value), new BinaryType()),
            _ => throw ParseErrors.UnsupportedTypedLiteral(reader.Text, type),
        };
    }

    // An odd number of digits begins with half a byte.
    private static byte[]? Bytes(string digits) =>
        digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits.Length % 2 == 0 ? digits : "0" + digits) : null;
}
