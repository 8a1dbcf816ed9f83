using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class IngestionTests : IDisposable
{
    private static readonly FileSource Flights = new("flights", "flights", FileFormat.Csv)
    {
        Columns = [new("carrier", "string"), new("delay", "int"), new("note", "string") { IsOptional = true }],
        MissingValue = "NA",
    };

    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Run_new_files_are_taken_in_once()
    {
        _test.Land("flights/flights-2013-01-01.csv", "carrier,delay\nUA,2\nAA,NA\n");
        Ingest(Flights);
        Ingest(Flights);
        Assert.Equal(["AA | NA | - | flights/flights-2013-01-01.csv | 2013-01-01 | 1 | run-1", "UA | 2 | - | flights/flights-2013-01-01.csv | 2013-01-01 | 1 | run-1"], Bronze());

        _test.Land("flights/flights-2013-01-02.csv", "delay,carrier,note\n5,DL,late\n");
        var run = Ingest(Flights);
        Assert.Equal(1, run.Outcomes.Single().RowsWritten);
        Assert.Contains("DL | 5 | late | flights/flights-2013-01-02.csv | 2013-01-02 | 2 | " + run.Settings.RunId, Bronze());
        Assert.Equal(3, Bronze().Count);
    }

    [Fact]
    public void Run_a_file_that_changed_is_a_new_delivery_and_the_old_rows_no_longer_hold()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\nAA,1\n");
        _test.Land("flights/b.csv", "carrier,delay\nDL,1\n");
        Ingest(Flights);
        _test.Land("flights/a.csv", "carrier,delay\nUA,20\n");
        var run = Ingest(Flights);
        Assert.Equal(4, Bronze().Count);
        Assert.Equal(["DL | 1", "UA | 20"], Texts(Deliveries.Current(TableReader.Read(run, _test.Lake.Bronze("flights"))).Select("carrier", "delay")));
    }

    [Fact]
    public void Run_with_a_logical_date_leaves_later_deliveries_for_later()
    {
        _test.Land("flights/f-2013-01-01.csv", "carrier,delay\nUA,1\n");
        _test.Land("flights/f-2013-01-02.csv", "carrier,delay\nAA,1\n");
        Ingest(Flights, new DateOnly(2013, 1, 1));
        Assert.Equal("UA", Assert.Single(Bronze())[..2]);
        Ingest(Flights);
        Assert.Equal(2, Bronze().Count);
    }

    [Fact]
    public void Run_full_refresh_takes_everything_in_anew()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        Ingest(Flights);
        _test.Land("flights/a.csv", "carrier,delay\nUA,2\n");
        var refresh = _test.Next(isFullRefresh: true);
        new Ingestion(refresh).Run(Flights);
        refresh.Updates.Save();
        Assert.Equal(["UA | 2"], Texts(TableReader.Read(_test.Next(), _test.Lake.Bronze("flights")).Select("carrier", "delay")));
        Assert.Equal("unchanged", Ingest(Flights).Outcomes.Single().Operation);
    }

    [Theory]
    [InlineData("WRONG_TYPE", "carrier,delay\nUA,1\nAA,many\n", "'many' in the column 'delay' is no int")]
    [InlineData("MALFORMED_ROW", "carrier,delay\nUA\n", "'flights/x.csv': UA")]
    [InlineData("MALFORMED_ROW", "carrier,delay\nUA,1,2\n", "'flights/x.csv': UA,1,2")]
    [InlineData("MISSING_COLUMN", "carrier,delayed\nUA,1\n", "lacks the column 'delay' (and has 'delayed', which nobody expects)")]
    [InlineData("UNEXPECTED_COLUMN", "carrier,delay,gate\nUA,1,B2\n", "'gate'")]
    [InlineData("DUPLICATE_COLUMN", "carrier,delay,delay\nUA,1,1\n", "'delay'")]
    [InlineData("RESERVED_COLUMN", "carrier,delay,_run_id\nUA,1,x\n", "'_run_id'")]
    [InlineData("FILE_WITHOUT_HEADER", "", "flights/x.csv")]
    [InlineData("NOT_A_TEXT_FILE", "PK\u0000\u0001", "flights/x.csv")]
    public void Run_a_delivery_that_is_not_as_promised_is_refused_and_nothing_written(string code, string content, string said)
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        Ingest(Flights);
        _test.Land("flights/x.csv", content);
        var error = Assert.Throws<DataRefusedException>(() => Ingest(Flights));
        Assert.Equal(code, error.Code);
        Assert.Contains(said, error.Message);
        Assert.Contains("flights/x.csv", error.Message);
        Assert.Single(Bronze());
        Assert.Equal(0, TableWriter.VersionOf(_test.Next(), _test.Lake.Ops("ingested_files")));
    }

    [Fact]
    public void Run_rescue_keeps_what_does_not_fit()
    {
        _test.Land("flights/a.csv", "carrier,delay,gate\nUA,1,B2\nAA,many,\nDL,3\n");
        Ingest(Flights with { NewColumns = NewColumnPolicy.Rescue, Misfits = MisfitPolicy.Rescue });
        Assert.Equal(
            ["AA | - | {\"delay\":\"many\"}", "DL | 3 | {\"_corrupt_record\":\"DL,3\"}", "UA | 1 | {\"gate\":\"B2\"}"],
            Texts(TableReader.Read(_test.Next(), _test.Lake.Bronze("flights")).Select("carrier", "delay", "_rescued_data")));
    }

    [Fact]
    public void Run_evolve_gives_the_table_the_column()
    {
        var evolving = Flights with { NewColumns = NewColumnPolicy.Evolve };
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        Ingest(evolving);
        _test.Land("flights/b.csv", "carrier,delay,gate\nAA,2,B2\n");
        Ingest(evolving);
        Assert.Equal(["AA | B2", "UA | -"], Texts(TableReader.Read(_test.Next(), _test.Lake.Bronze("flights")).Select("carrier", "gate")));
    }

    [Fact]
    public void Run_json_lines_keep_numbers_as_Spark_reads_them_as_text()
    {
        var weather = new FileSource("weather", "weather", FileFormat.JsonLines) { Columns = [new("origin", "string"), new("wind", "double"), new("gust", "double")] };
        _test.Land("weather/w.jsonl", "{\"origin\":\"EWR\",\"wind\":10.357019999999999,\"gust\":null}\n\n{\"origin\":\"JFK\",\"gust\":1e3,\"wind\":0}\n");
        Ingest(weather);
        Assert.Equal(["EWR | 10.357019999999999 | -", "JFK | 0 | 1000.0"], Texts(TableReader.Read(_test.Next(), _test.Lake.Bronze("weather")).Select("origin", "wind", "gust")));

        _test.Land("weather/x.jsonl", "{\"origin\":\"EWR\",\"wind\":1,\"gust\":1}\n{\"origin\":\n");
        var error = Assert.Throws<DataRefusedException>(() => Ingest(weather));
        Assert.Equal("MALFORMED_ROW", error.Code);
        Assert.Contains("'weather/x.jsonl': {\"origin\":", error.Message);
    }

    [Fact]
    public void Run_a_gzip_that_is_cut_off_is_refused()
    {
        using (var gzip = new System.IO.Compression.GZipStream(Create("flights/g.csv.gz"), System.IO.Compression.CompressionMode.Compress))
        using (var writer = new StreamWriter(gzip))
        {
            writer.Write("carrier,delay\n");
            for (var row = 0; row < 5000; row++)
            {
                writer.Write($"U{row},{row}\n");
            }
        }

        Ingest(Flights);
        Assert.Equal(5000, Bronze().Count);
        var bytes = File.ReadAllBytes(Path.Combine(_test.Landing, "flights/g.csv.gz"));
        File.WriteAllBytes(Path.Combine(_test.Landing, "flights/h.csv.gz"), bytes[..(bytes.Length / 2)]);
        Assert.Equal("TRUNCATED_FILE", Assert.Throws<DataRefusedException>(() => Ingest(Flights)).Code);
    }

    [Fact]
    public void Run_a_recorded_batch_that_was_not_written_is_finished_by_the_next_run()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        Ingest(Flights);
        _test.Land("flights/b.csv", "carrier,delay\nAA,2\n");
        var killed = RecordOnly();

        Ingest(Flights);
        Assert.Equal(["AA | run-2", "UA | run-1"], Texts(TableReader.Read(killed, _test.Lake.Bronze("flights")).Select("carrier", "_run_id")));
    }

    [Fact]
    public void Run_a_recorded_batch_whose_file_is_gone_is_told_and_a_full_refresh_goes_on()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        Ingest(Flights);
        _test.Land("flights/b.csv", "carrier,delay\nAA,2\n");
        RecordOnly();
        File.Delete(Path.Combine(_test.Landing, "flights/b.csv"));
        var error = Assert.Throws<DataPlatformException>(() => Ingest(Flights));
        Assert.Equal("BATCH_FILE_MISSING", error.Code);
        Assert.Contains("flights/b.csv", error.Message);

        var refresh = _test.Next(isFullRefresh: true);
        new Ingestion(refresh).Run(Flights);
        Assert.Equal("UA", Assert.Single(Bronze())[..2]);
        Ingest(Flights);
        Assert.Equal("UA", Assert.Single(Bronze())[..2]);
    }

    [Fact]
    public void Run_a_batch_that_was_written_but_not_logged_is_not_doubled()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        new Ingestion(_test.Next()).Run(Flights);
        Ingest(Flights);
        Assert.Single(Bronze());
    }

    [Fact]
    public void Record_the_same_batch_of_two_runs_is_one_runs_only()
    {
        _test.Land("flights/a.csv", "carrier,delay\nUA,1\n");
        var (first, second) = (_test.Next(), _test.Next());
        var file = new LandingFolder(_test.Landing).List([Flights], null);
        var (mine, theirs) = (IngestionLedger.Read(first), IngestionLedger.Read(second));
        mine.Record([new Batch(1, file, false, first.Settings.RunId, first.StartedAt)]);
        var error = Assert.Throws<DataPlatformException>(() => theirs.Record([new Batch(1, file, false, second.Settings.RunId, second.StartedAt)]));
        Assert.Equal("CONCURRENT_INGESTION", error.Code);
        Assert.True(error.IsTransient);
    }

    /// <summary>What a run leaves behind that is killed between the ledger's commit and the table's.</summary>
    private RunContext RecordOnly()
    {
        var killed = _test.Next();
        var ledger = IngestionLedger.Read(killed);
        var fresh = ledger.WithoutKnown("flights", new LandingFolder(_test.Landing).List([Flights], null));
        ledger.Record([new Batch(ledger.NextId, fresh, ReplacesAll: false, killed.Settings.RunId, killed.StartedAt)]);
        return killed;
    }

    private RunContext Ingest(FileSource source, DateOnly? date = null)
    {
        var run = _test.Next(date);
        new Ingestion(run).Run(source);
        run.Updates.Save();
        return run;
    }

    private FileStream Create(string path)
    {
        _test.Land(path, "");
        return File.Create(Path.Combine(_test.Landing, path));
    }

    private IReadOnlyList<string> Bronze()
    {
        var bronze = TableReader.Read(_test.Next(), _test.Lake.Bronze("flights"));
        return Texts(bronze.Select("carrier", "delay", "note", "_source_file", "_delivery_date", "_batch_id", "_run_id"));
    }
}
