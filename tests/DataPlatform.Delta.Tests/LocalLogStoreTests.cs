using System.Text;

namespace DataPlatform.Delta.Tests;

public sealed class LocalLogStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalLogStore _store = LocalLogStore.Instance;

    [Fact]
    public void PutIfAbsent_name_is_free_creates_the_whole_file_and_its_folder()
    {
        var path = $"{_folder.Path}/a/b/file.json";
        Assert.Equal(PutOutcome.Created, _store.PutIfAbsent(path, "content"u8.ToArray()));
        Assert.Equal("content", Encoding.UTF8.GetString(_store.Read(path)));
        Assert.Equal([path], Directory.EnumerateFiles($"{_folder.Path}/a/b"));
    }

    [Fact]
    public void PutIfAbsent_name_is_taken_leaves_the_file_and_nothing_else()
    {
        var path = $"{_folder.Path}/file.json";
        _store.PutIfAbsent(path, "first"u8.ToArray());
        Assert.Equal(PutOutcome.AlreadyExists, _store.PutIfAbsent(path, "second"u8.ToArray()));
        Assert.Equal("first", Encoding.UTF8.GetString(_store.Read(path)));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void PutIfAbsent_many_at_once_lets_exactly_one_win()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = $"{_folder.Path}/{round}.json";
            using var start = new Barrier(8);
            var outcomes = new PutOutcome[8];
            var writers = Enumerable.Range(0, 8).Select(writer => new Thread(() =>
            {
                start.SignalAndWait();
                outcomes[writer] = _store.PutIfAbsent(path, Encoding.UTF8.GetBytes($"writer {writer}"));
            })).ToList();
            writers.ForEach(writer => writer.Start());
            writers.ForEach(writer => writer.Join());
            var winner = Assert.Single(Enumerable.Range(0, 8), writer => outcomes[writer] == PutOutcome.Created);
            Assert.Equal($"writer {winner}", File.ReadAllText(path));
        }
    }

    [Fact]
    public void PutIfAbsent_folder_cannot_be_made_fails_by_name()
    {
        File.WriteAllText($"{_folder.Path}/file", "");
        var failure = Assert.Throws<DataPlatformException>(() => _store.PutIfAbsent($"{_folder.Path}/file/log/0.json", new byte[1]));
        Assert.Equal("STORAGE_WRITE_FAILED", failure.Code);
        Assert.Contains("/file/log/0.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Put_file_exists_replaces_it()
    {
        var path = $"{_folder.Path}/_last_checkpoint";
        _store.Put(path, "1"u8.ToArray());
        _store.Put(path, "2"u8.ToArray());
        Assert.Equal("2", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void ListFrom_gives_names_from_the_one_given_in_order_without_folders()
    {
        foreach (var name in new[] { "00.json", "10.json", "02.json", "_last_checkpoint" })
        {
            File.WriteAllText($"{_folder.Path}/{name}", name);
        }

        Directory.CreateDirectory($"{_folder.Path}/_sidecars");
        Assert.Equal(["02.json", "10.json", "_last_checkpoint"], _store.ListFrom($"{_folder.Path}/02.json").Select(file => file.Name));
        Assert.Equal(7, _store.ListFrom($"{_folder.Path}/02.json").First().Size);
        Assert.Empty(_store.ListFrom($"{_folder.Path}/missing/0"));
    }

    [Fact]
    public void Read_missing_file_or_folder_is_FileNotFound()
    {
        Assert.Throws<FileNotFoundException>(() => _store.Read($"{_folder.Path}/missing"));
        Assert.Throws<FileNotFoundException>(() => _store.Read($"{_folder.Path}/missing/missing"));
        Assert.Null(_store.Status($"{_folder.Path}/missing"));
    }

    [Fact]
    public void Read_what_is_no_file_fails_by_name()
    {
        var error = Assert.Throws<DataPlatformException>(() => _store.Read(_folder.Path));
        Assert.Equal(("STORAGE_READ_FAILED", _folder.Path), (error.Code, error.Parameters["path"]));
    }

    [Theory]
    [InlineData("/a/b", "/a/b")]
    [InlineData("/a/b/", "/a/b")]
    [InlineData("/a/x/../b", "/a/b")]
    [InlineData("file:/a/b", "/a/b")]
    [InlineData("file:///a/b c", "/a/b c")]
    public void QualifyTablePath_local_form_is_a_full_plain_path(string path, string expected) => Assert.Equal(expected, _store.QualifyTablePath(path));

    [Theory]
    [InlineData("s3a://bucket/table", "s3a")]
    [InlineData("abfss://container@account.dfs.core.windows.net/t", "abfss")]
    [InlineData("hdfs:/t", "hdfs")]
    public void QualifyTablePath_other_scheme_is_refused_by_name(string path, string scheme)
    {
        var refusal = Assert.Throws<DataPlatformException>(() => _store.QualifyTablePath(path));
        Assert.Equal("UNSUPPORTED_STORAGE_SCHEME", refusal.Code);
        Assert.Equal(scheme, refusal.Parameters["scheme"]);
    }

    public void Dispose() => _folder.Dispose();
}
