using System.Globalization;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A piece of a date and time pattern.</summary>
internal abstract record DatePatternItem
{
    /// <summary>Writes the piece.</summary>
    public abstract void Print(DateFields fields, StringBuilder output);

    /// <summary>Reads the piece at a position and moves the position behind it; false where the text does not have it.</summary>
    public abstract bool Parse(string text, ref int position, DateFields fields);

    /// <summary>Text that stands as it is.</summary>
    public sealed record Literal(string Value) : DatePatternItem
    {
        public override void Print(DateFields fields, StringBuilder output) => output.Append(Value);

        public override bool Parse(string text, ref int position, DateFields fields)
        {
            var fits = string.Compare(text, position, Value, 0, Value.Length, StringComparison.OrdinalIgnoreCase) == 0;
            position += fits ? Value.Length : 0;
            return fits;
        }
    }

    /// <summary>The first of several words that the text has; the word's position, plus the first's value, is the field's.</summary>
    public sealed record Word(char Letter, IReadOnlyList<string> Words, int FirstValue) : DatePatternItem
    {
        public override void Print(DateFields fields, StringBuilder output) => output.Append(Words[(int)fields[Letter]!.Value - FirstValue]);

        public override bool Parse(string text, ref int position, DateFields fields)
        {
            for (var i = 0; i < Words.Count; i++)
            {
                if (string.Compare(text, position, Words[i], 0, Words[i].Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    position += Words[i].Length;
                    fields[Letter] = i + FirstValue;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Digits of a second's fraction: all of them when written, one or more when read.</summary>
    public sealed record Fraction(int Digits) : DatePatternItem
    {
        private const int DigitsOfMicros = 6;

        public override void Print(DateFields fields, StringBuilder output)
        {
            var micros = fields['S']!.Value.ToString("D6", CultureInfo.InvariantCulture);
            output.Append(Digits <= DigitsOfMicros ? micros[..Digits] : micros.PadRight(Digits, '0'));
        }

        public override bool Parse(string text, ref int position, DateFields fields)
        {
            var start = position;
            while (position < text.Length && position - start < Digits && char.IsAsciiDigit(text[position]))
            {
                position++;
            }

            var digits = text[start..position].PadRight(DigitsOfMicros, '0')[..DigitsOfMicros];
            fields['S'] = long.Parse(digits, CultureInfo.InvariantCulture);
            return position > start;
        }
    }

    /// <summary>Pieces that the text may lack.</summary>
    public sealed record Optional(IReadOnlyList<DatePatternItem> Items) : DatePatternItem
    {
        public override void Print(DateFields fields, StringBuilder output)
        {
            foreach (var item in Items)
            {
                item.Print(fields, output);
            }
        }

        public override bool Parse(string text, ref int position, DateFields fields)
        {
            var attempt = position;
            var read = fields.Copy();
            foreach (var item in Items)
            {
                if (!item.Parse(text, ref attempt, read))
                {
                    return true;
                }
            }

            position = attempt;
            fields.TakeFrom(read);
            return true;
        }
    }
}
