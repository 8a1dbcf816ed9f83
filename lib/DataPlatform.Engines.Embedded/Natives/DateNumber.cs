using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A number in a pattern, read as strictly as <c>java.time</c> does: by width, sign, and how many digits belong to the numbers right behind it.</summary>
/// <param name="Letter">The field.</param>
/// <param name="MinWidth">The fewest digits.</param>
/// <param name="MaxWidth">The most digits.</param>
/// <param name="Sign">Which signs there may be.</param>
internal sealed record DateNumber(char Letter, int MinWidth, int MaxWidth, DateNumber.SignStyle Sign) : DatePatternItem
{
    private const int CenturyBase = 2000;

    /// <summary>Which signs a number has.</summary>
    public enum SignStyle
    {
        /// <summary>None.</summary>
        None,

        /// <summary>A minus.</summary>
        Minus,

        /// <summary>A minus; a plus where there are more digits than the least.</summary>
        PlusWhenLonger,
    }

    /// <summary>Whether two digits stand for a year from 2000 to 2099.</summary>
    public bool IsTwoDigitYear { get; init; }

    /// <summary>How many digits belong to the numbers behind this one.</summary>
    public int WidthBehind { get; init; }

    /// <summary>Whether it always has the same width.</summary>
    public bool IsFixed => MinWidth == MaxWidth && Sign == SignStyle.None;

    public override void Print(DateFields fields, StringBuilder output)
    {
        var value = fields[Letter]!.Value;
        if (IsTwoDigitYear)
        {
            output.Append((Math.Abs(value) % 100).ToString("D2", CultureInfo.InvariantCulture));
            return;
        }

        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        output.Append(value < 0 ? "-" : Sign == SignStyle.PlusWhenLonger && digits.Length > MinWidth ? "+" : "").Append(digits.PadLeft(MinWidth, '0'));
    }

    public override bool Parse(string text, ref int position, DateFields fields)
    {
        var start = position;
        var sign = start < text.Length && text[start] is '+' or '-' ? text[start] : ' ';
        if (sign == '+' ? Sign != SignStyle.PlusWhenLonger : sign == '-' && Sign == SignStyle.None)
        {
            return false;
        }

        start += sign == ' ' ? 0 : 1;
        var end = DigitsEnd(text, start, MaxWidth + WidthBehind);
        if (WidthBehind > 0)
        {
            end = DigitsEnd(text, start, Math.Max(MinWidth, end - start - WidthBehind));
        }

        if (end - start < MinWidth || !long.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var isLonger = end - start > MinWidth;
        if ((sign == '-' && value == 0) || (Sign == SignStyle.PlusWhenLonger && sign != '-' && isLonger != (sign == '+')))
        {
            return false;
        }

        position = end;
        fields[Letter] = IsTwoDigitYear ? CenturyBase + value : sign == '-' ? -value : value;
        return true;
    }

    private static int DigitsEnd(string text, int start, int width)
    {
        var end = start;
        while (end < text.Length && end - start < width && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
