using CsCheck;
using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

/// <summary>Random deliveries: the history must say of each day what the last delivery up to that day said.</summary>
public sealed class HistoryLawTests
{
    private const int Days = 9;

    private static readonly string[] Keys = ["a", "b", "c"];

    private static readonly Gen<int?> Value = Gen.Frequency((2, Gen.Int[0, 2].Select(value => (int?)value)), (1, Gen.Const((int?)null)));

    /// <summary>Deliveries, at most one a day: each day has nothing, or for each key a value or no row.</summary>
    private static readonly Gen<int?[]?[]> Deliveries = Gen.Frequency((3, Value.Array[Keys.Length].Select(said => (int?[]?)said)), (1, Gen.Const((int?[]?)null))).Array[Days];

    [Fact]
    public void A_full_delivery_says_all_there_is_until_the_next() => Check(DeliveryKind.Full, (before, said) => said);

    [Fact]
    public void A_partial_delivery_leaves_other_keys_as_they_are() => Check(DeliveryKind.Partial, (before, said) => said ?? before);

    private static void Check(DeliveryKind kind, Func<int?, int?, int?> next) => Deliveries.Sample(
        days =>
        {
            var rows = days.SelectMany((day, index) => (day ?? []).Select((value, key) => (value, key)).Where(row => row.value is not null)
                .Select(row => (object?[])[Keys[row.key], row.value, $"2013-01-{index + 1:00}", "2013-02-01", (long)index, $"{index}.csv"])).ToArray();
            var history = new SlowlyChangingDimension(["k"], ["v"], kind)
                .History(Frame("k STRING, v INT, _delivery_date DATE, _source_modified_at TIMESTAMP, _batch_id BIGINT, _source_file STRING", rows))
                .SelectExpr("k", "v", "CAST(valid_from AS STRING)", "CAST(coalesce(valid_to, DATE'9999-12-31') AS STRING)", "is_current").Collect()
                .Select(row => (Key: row.GetAs<string>(0), Value: row.GetAs<int>(1), From: row.GetAs<string>(2), To: row.GetAs<string>(3), IsCurrent: row.GetAs<bool>(4))).ToList();

            foreach (var (key, number) in Keys.Select((key, number) => (key, number)))
            {
                int? expected = null;
                for (var day = 0; day < Days; day++)
                {
                    // A full delivery without any row leaves no trace in bronze, so it says nothing.
                    expected = days[day] is { } said && said.Any(value => value is not null) ? next(expected, said[number]) : expected;
                    var date = $"2013-01-{day + 1:00}";
                    var holds = history.Where(version => version.Key == key && string.CompareOrdinal(version.From, date) <= 0 && string.CompareOrdinal(date, version.To) < 0).ToList();
                    if (FirstSaid(days, number) <= day)
                    {
                        Assert.Equal(expected is null ? [] : [expected.Value], holds.Select(version => version.Value));
                    }
                }

                Assert.Equal(expected is null ? 0 : 1, history.Count(version => version.Key == key && version.IsCurrent));
            }
        },
        iter: 60,
        threads: 1);

    private static int FirstSaid(int?[]?[] days, int key) => Array.FindIndex(days, day => day?[key] is not null) is >= 0 and var first ? first : Days;
}
