using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A value given to <c>format_string</c>, as it travels: the letter of its kind, then its text (of text: in hexadecimal digits), then a semicolon.</summary>
/// <param name="Kind"><c>b h i l</c> whole numbers of 8 to 64 bits, <c>d</c> a double, <c>s</c> text, <c>z</c> a truth value, <c>o</c> what can be written only, <c>n</c> null.</param>
/// <param name="Text">The value's text.</param>
internal readonly record struct FormatArgument(char Kind, string Text)
{
    public bool IsWhole => Kind is 'b' or 'h' or 'i' or 'l';

    public static List<FormatArgument> Read(string packed)
    {
        var arguments = new List<FormatArgument>();
        foreach (var part in packed.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            arguments.Add(new FormatArgument(part[0], part[0] is 's' or 'o' ? Encoding.UTF8.GetString(Convert.FromHexString(part.AsSpan(1))) : part[1..]));
        }

        return arguments;
    }

    /// <summary>Java's hash code.</summary>
    public int HashCode() => Kind switch
    {
        'b' or 'h' or 'i' => int.Parse(Text, CultureInfo.InvariantCulture),
        'l' => long.Parse(Text, CultureInfo.InvariantCulture) is var v ? (int)(v ^ (v >>> 32)) : 0,
        'd' => BitConverter.DoubleToInt64Bits(double.Parse(Text, CultureInfo.InvariantCulture)) is var bits ? (int)(bits ^ (bits >>> 32)) : 0,
        'z' => Text == "true" ? 1231 : 1237,
        _ => MurmurHash.Of(42, Encoding.UTF8.GetBytes(Text)),
    };
}
