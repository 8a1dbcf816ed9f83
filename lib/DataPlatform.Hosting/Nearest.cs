namespace DataPlatform.Hosting;

/// <summary>Finds what was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the least edits from the text, ignoring case, as <c>; did you mean X?</c>; where nothing is near, all candidates.</summary>
    public static string Hint(string text, IEnumerable<string> candidates)
    {
        var all = candidates.Order(StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            return "";
        }

        var best = all.MinBy(candidate => Distance(text, candidate))!;
        return Distance(text, best) <= Math.Max(2, text.Length / 2) ? $"; did you mean {best}?" : $"; there are: {string.Join(", ", all)}";
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
