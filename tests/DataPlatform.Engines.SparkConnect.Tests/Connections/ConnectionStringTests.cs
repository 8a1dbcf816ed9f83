using DataPlatform.Engines.SparkConnect.Connections;

namespace DataPlatform.Engines.SparkConnect.Tests.Connections;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("sc://host", "http://host:15002/")]
    [InlineData("sc://host/", "http://host:15002/")]
    [InlineData("SC://host:443/;", "http://host:443/")]
    [InlineData("sc://host:443/;use_ssl=true", "https://host/")]
    [InlineData("sc://host/;token=abc", "https://host:15002/")]
    [InlineData("sc://127.0.0.1:7/;token=abc", "http://127.0.0.1:7/")]
    [InlineData("sc://localhost:7/;token=abc", "http://localhost:7/")]
    [InlineData("sc://[::1]:7/;token=abc;use_ssl=false", "http://[::1]:7/")]
    [InlineData("sc://127.0.0.1:7/;token=abc;use_ssl=True", "https://127.0.0.1:7/")]
    [InlineData("sc://[2001:db8::1]", "http://[2001:db8::1]:15002/")]
    public void Parse_finds_the_address(string text, string address) => Assert.Equal(new Uri(address), ConnectionString.Parse(text).Address);

    [Fact]
    public void Parse_finds_parameters_and_takes_others_for_headers()
    {
        var target = ConnectionString.Parse("sc://h/;token=a%3Bb=;user_id=ada%20l;user_agent=x;session_id=123E4567-E89B-12D3-A456-426614174000;X-Team=lake;x-other=1");
        Assert.Equal("a;b=", target.Token);
        Assert.Equal("ada l", target.UserId);
        Assert.Equal("x", target.UserAgent);
        Assert.Equal("123e4567-e89b-12d3-a456-426614174000", target.SessionId);
        Assert.Equal([new("x-team", "lake"), new("x-other", "1")], target.Headers);
    }

    [Fact]
    public void Parse_takes_the_default_token_where_there_is_none()
    {
        Assert.Equal("d", ConnectionString.Parse("sc://localhost", "d").Token);
        Assert.Equal("t", ConnectionString.Parse("sc://localhost/;token=t", "d").Token);
    }

    [Theory]
    [InlineData("http://host", "must begin with sc://")]
    [InlineData("sc://", "host and port")]
    [InlineData("sc://:15002", "host and port")]
    [InlineData("sc://user@host", "host and port")]
    [InlineData("sc://host:99999", "'99999' is no number from 1 to 65535")]
    [InlineData("sc://host:0", "'0' is no number")]
    [InlineData("sc://host:x", "'x' is no number")]
    [InlineData("sc://host/path", "only '/;' and parameters")]
    [InlineData("sc://host;token=a", "only '/;' and parameters")]
    [InlineData("sc://host/;token", "'token' must be written as name=value")]
    [InlineData("sc://host/;token=", "'token' must be written as name=value")]
    [InlineData("sc://host/;=secret", "'' must be written as name=value")]
    [InlineData("sc://host/;use_ssl=yes", "use_ssl is true or false")]
    [InlineData("sc://host/;session_id=7", "session_id must be a UUID")]
    [InlineData("sc://host/;user_id=a;user_id=b", "'user_id' stands twice")]
    [InlineData("sc://host/;x team=secret", "'x team' cannot be the name of a header")]
    [InlineData("sc://host/;token=secret;use_ssl=false", "over TLS only")]
    public void Parse_says_what_is_wrong_without_values(string text, string problem)
    {
        var error = Assert.Throws<DataPlatformException>(() => ConnectionString.Parse(text));
        Assert.Equal("INVALID_CONNECT_URL", error.Code);
        Assert.Contains(problem, error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public void ToString_shows_no_secrets() => Assert.Equal("sc://h:1", ConnectionString.Parse("sc://h:1/;token=s3cret;x-key=k3y").ToString());
}
