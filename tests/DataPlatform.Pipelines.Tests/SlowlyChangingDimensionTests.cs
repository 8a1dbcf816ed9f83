using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

/// <summary>Histories worked out by hand from deliveries.</summary>
public sealed class SlowlyChangingDimensionTests
{
    private const string Columns = "tail STRING, seats INT, _delivery_date DATE, _source_modified_at TIMESTAMP, _batch_id BIGINT, _source_file STRING, gone BOOLEAN";

    [Fact]
    public void History_a_change_ends_a_version_and_begins_the_next() => AssertHistory(
        DeliveryKind.Partial,
        [["N1", 50, "2013-01-01", 1], ["N1", 50, "2013-01-02", 2], ["N1", 60, "2013-01-05", 3]],
        ["N1 | 50 | 1900-01-01 | 2013-01-05 | false", "N1 | 60 | 2013-01-05 | - | true"]);

    [Fact]
    public void History_a_late_delivery_falls_into_its_place() => AssertHistory(
        DeliveryKind.Partial,
        [["N1", 50, "2013-01-01", 1], ["N1", 60, "2013-01-05", 2], ["N1", 55, "2013-01-03", 3]],
        ["N1 | 50 | 1900-01-01 | 2013-01-03 | false", "N1 | 55 | 2013-01-03 | 2013-01-05 | false", "N1 | 60 | 2013-01-05 | - | true"]);

    [Fact]
    public void History_of_several_changes_on_a_day_the_last_delivery_holds() => AssertHistory(
        DeliveryKind.Partial,
        [["N1", 50, "2013-01-01", 1], ["N1", 60, "2013-01-02", 2], ["N1", 70, "2013-01-02", 3]],
        ["N1 | 50 | 1900-01-01 | 2013-01-02 | false", "N1 | 70 | 2013-01-02 | - | true"]);

    [Fact]
    public void History_going_back_to_an_earlier_value_is_a_new_version() => AssertHistory(
        DeliveryKind.Partial,
        [["N1", 50, "2013-01-01", 1], ["N1", null, "2013-01-02", 2], ["N1", 50, "2013-01-03", 3]],
        ["N1 | - | 2013-01-02 | 2013-01-03 | false", "N1 | 50 | 1900-01-01 | 2013-01-02 | false", "N1 | 50 | 2013-01-03 | - | true"]);

    [Fact]
    public void History_a_key_that_a_partial_delivery_lacks_stays() => AssertHistory(
        DeliveryKind.Partial,
        [["N1", 50, "2013-01-01", 1], ["N2", 20, "2013-01-02", 2]],
        ["N1 | 50 | 1900-01-01 | - | true", "N2 | 20 | 1900-01-01 | - | true"]);

    [Fact]
    public void History_a_key_that_a_full_delivery_lacks_is_gone_until_it_comes_back() => AssertHistory(
        DeliveryKind.Full,
        [["N1", 50, "2013-01-01", 1], ["N2", 20, "2013-01-01", 1], ["N2", 20, "2013-01-03", 2], ["N2", 20, "2013-01-04", 3], ["N1", 50, "2013-01-05", 4], ["N2", 20, "2013-01-05", 4]],
        ["N1 | 50 | 1900-01-01 | 2013-01-03 | false", "N1 | 50 | 2013-01-05 | - | true", "N2 | 20 | 1900-01-01 | - | true"]);

    [Fact]
    public void History_of_full_deliveries_of_a_day_the_last_says_who_is_there() => AssertHistory(
        DeliveryKind.Full,
        [["N1", 50, "2013-01-01", 1], ["N2", 20, "2013-01-01", 1], ["N2", 20, "2013-01-01", 2]],
        ["N1 | 50 | 1900-01-01 | 2013-01-01 | false", "N2 | 20 | 1900-01-01 | - | true"]);

    [Fact]
    public void History_a_change_on_the_first_day_keeps_what_was_known_before_it() => AssertHistory(
        DeliveryKind.Full,
        [["N1", 50, "2013-01-31", 1], ["N1", 60, "2013-01-31", 2]],
        ["N1 | 50 | 1900-01-01 | 2013-01-31 | false", "N1 | 60 | 2013-01-31 | - | true"]);

    [Fact]
    public void History_a_row_that_says_so_ends_its_key()
    {
        var deliveries = Deliveries(["N1", 50, "2013-01-01", 1], ["N1", 50, "2013-01-02", 2, true], ["N1", 50, "2013-01-04", 3]);
        var dimension = new SlowlyChangingDimension(["tail"], ["seats"], DeliveryKind.Partial) { DeletedWhen = "gone" };
        Assert.Equal(["N1 | 50 | 1900-01-01 | 2013-01-02 | false", "N1 | 50 | 2013-01-04 | - | true"], Texts(dimension.History(deliveries)));
    }

    [Fact]
    public void Latest_has_every_key_as_last_delivered()
    {
        var deliveries = Deliveries(["N1", 50, "2013-01-01", 1], ["N2", 20, "2013-01-01", 1], ["N2", 30, "2013-01-03", 2]);
        Assert.Equal(["N1 | 50 | false", "N2 | 30 | true"], Texts(new SlowlyChangingDimension(["tail"], ["seats"], DeliveryKind.Full).Latest(deliveries)));
    }

    private static void AssertHistory(DeliveryKind kind, object?[][] rows, string[] expected)
    {
        var dimension = new SlowlyChangingDimension(["tail"], ["seats"], kind);
        Assert.Equal(expected, Texts(dimension.History(Deliveries(rows))));
        Assert.Equal(expected, Texts(dimension.History(Deliveries([.. rows.Reverse()]))));
    }

    private static Microsoft.Spark.Sql.DataFrame Deliveries(params object?[][] rows) => Frame(
        Columns,
        [.. rows.Select(row => (object?[])[row[0], row[1], row[2], $"2013-02-{row[3]:00}", (long)(int)row[3]!, $"f{row[3]}.csv", row.Length > 4 && (bool)row[4]!])]);
}
