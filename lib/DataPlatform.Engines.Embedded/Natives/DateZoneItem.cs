using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A time zone in a pattern: the letters V, z, O, X, x and Z.</summary>
internal sealed partial record DateZoneItem(char Letter, int Count) : DatePatternItem
{
    // Where Java's English names are known to be the database's own.
    private static readonly FrozenDictionary<string, string> ZonesOfNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "America/New_York",
        ["EDT"] = "America/New_York",
        ["CST"] = "America/Chicago",
        ["CDT"] = "America/Chicago",
        ["MST"] = "America/Denver",
        ["MDT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["CET"] = "Europe/Paris",
        ["CEST"] = "Europe/Paris",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> LongNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EST"] = "Eastern Standard Time",
        ["EDT"] = "Eastern Daylight Time",
        ["PST"] = "Pacific Standard Time",
        ["PDT"] = "Pacific Daylight Time",
        ["CET"] = "Central European Standard Time",
        ["CEST"] = "Central European Summer Time",
        ["GMT"] = "Greenwich Mean Time",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override void Print(DateFields fields, StringBuilder output)
    {
        var offset = fields.Offset!.Value;
        output.Append((Letter, Count) switch
        {
            ('V', _) => fields.Zone!.Id,
            ('z', _) => NameOf(fields.Zone!, fields.Instant),
            ('O', _) or ('Z', 4) => Localized(offset),
            ('X', _) or ('Z', 5) when offset == 0 => "Z",
            ('X' or 'x', 1) => Write(offset, "", offset / 60 % 60 != 0),
            ('X' or 'x', 2 or 4) or ('Z', < 4) => Write(offset, "", true),
            _ => Write(offset, ":", true),
        });
    }

    public override bool Parse(string text, ref int position, DateFields fields) => Letter is 'V' or 'z'
        ? ParseZone(text, ref position, fields)
        : ParseOffset(text, ref position, fields);

    private bool ParseZone(string text, ref int position, DateFields fields)
    {
        var name = ZoneName().Match(text, position);
        for (var length = name.Length; length > 0; length--)
        {
            var candidate = text.Substring(position, length);
            var zone = (Letter == 'z' ? SparkTimeZone.Find(ZonesOfNames.GetValueOrDefault(candidate, candidate)) : SparkTimeZone.Find(candidate));
            if (zone is not null)
            {
                position += length;
                fields.Zone = zone;
                return true;
            }
        }

        return false;
    }

    private bool ParseOffset(string text, ref int position, DateFields fields)
    {
        var match = (Letter, Count) switch
        {
            ('O', _) or ('Z', 4) => LocalizedOffset().Match(text, position),
            ('X' or 'x', 1) => HoursOffset().Match(text, position),
            ('X' or 'x', 2 or 4) or ('Z', < 4) => PlainOffset().Match(text, position),
            _ => ColonOffset().Match(text, position),
        };
        var isZulu = match.Success && string.Equals(match.Value, "Z", StringComparison.OrdinalIgnoreCase);
        if (!match.Success || (isZulu && Letter is 'x' or 'O'))
        {
            return false;
        }

        position += match.Length;
        var total = (Part(match, "h") * 3600) + (Part(match, "m") * 60) + Part(match, "s");
        fields.Offset = match.Groups["sign"].Value == "-" ? -total : total;
        return Part(match, "m") < 60 && total <= 18 * 3600;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    private string NameOf(SparkTimeZone zone, long instant)
    {
        if (zone.IsFixed)
        {
            return zone.Id is "UTC" && Count == 4 ? "Coordinated Universal Time" : zone.Id;
        }

        var name = zone.AbbreviationAt(instant);
        return Count == 4
            ? LongNames.GetValueOrDefault(name) ?? throw EmbeddedErrors.ZoneNameNotKnown(zone.Id)
            : name.All(char.IsAsciiLetter) ? name : throw EmbeddedErrors.ZoneNameNotKnown(zone.Id);
    }

    private string Localized(int offset)
    {
        if (offset == 0)
        {
            return "GMT";
        }

        return Count == 4
            ? "GMT" + Write(offset, ":", true)
            : string.Create(CultureInfo.InvariantCulture, $"GMT{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 3600}")
                + (offset / 60 % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset) / 60 % 60:00}"));
    }

    private string Write(int offset, string separator, bool hasMinutes)
    {
        var size = Math.Abs(offset);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{size / 3600:00}");
        text += hasMinutes ? string.Create(CultureInfo.InvariantCulture, $"{separator}{size / 60 % 60:00}") : "";
        return Count >= 4 && size % 60 != 0 ? text + string.Create(CultureInfo.InvariantCulture, $"{separator}{size % 60:00}") : text;
    }

    [GeneratedRegex("\\G[A-Za-z0-9/_+:-]+")]
    private static partial Regex ZoneName();

    [GeneratedRegex("\\GGMT((?<sign>[+-])(?<h>\\d{1,2})(:(?<m>\\d{2})(:(?<s>\\d{2}))?)?)?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex LocalizedOffset();

    [GeneratedRegex("\\G([Zz]|(?<sign>[+-])(?<h>\\d{2})(?<m>\\d{2})?)", RegexOptions.ExplicitCapture)]
    private static partial Regex HoursOffset();

    [GeneratedRegex("\\G([Zz]|(?<sign>[+-])(?<h>\\d{2})(?<m>\\d{2})(?<s>\\d{2})?)", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainOffset();

    [GeneratedRegex("\\G([Zz]|(?<sign>[+-])(?<h>\\d{2}):(?<m>\\d{2})(:(?<s>\\d{2}))?)", RegexOptions.ExplicitCapture)]
    private static partial Regex ColonOffset();
}
