using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Protos;
using DataPlatform.Plans;
using Operation = DataPlatform.Engines.SparkConnect.Protos.ConfigRequest.Types.Operation;

namespace DataPlatform.Engines.SparkConnect;

/// <summary>
/// The settings of a session on the server. Nothing is kept here: SQL's <c>SET</c> changes them too.
/// </summary>
internal sealed class SparkConnectConfiguration(ConnectSession session) : IEngineConfiguration
{
    public string? Get(string key)
    {
        var pair = session.Config(new Operation { GetOption = new ConfigRequest.Types.GetOption { Keys = { key } } }).Pairs.SingleOrDefault();
        return pair?.HasValue == true ? pair.Value : null;
    }

    public void Set(string key, string value) =>
        session.Config(new Operation { Set = new ConfigRequest.Types.Set { Pairs = { new KeyValue { Key = key, Value = value } } } });

    public void Unset(string key) => session.Config(new Operation { Unset = new ConfigRequest.Types.Unset { Keys = { key } } });

    public bool IsModifiable(string key) =>
        session.Config(new Operation { IsModifiable = new ConfigRequest.Types.IsModifiable { Keys = { key } } }).Pairs is [{ HasValue: true, Value: "true" }];

    /// <summary>All settings that have been given a value, by name.</summary>
    public IReadOnlyDictionary<string, string> GetAll() =>
        session.Config(new Operation { GetAll = new ConfigRequest.Types.GetAll() }).Pairs.ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>
    /// Sets what a session begins with: the settings given that may change while it runs (the others belong to the server), and where neither they nor the
    /// server say, those in which this platform's default is not Spark's.
    /// </summary>
    public void Begin(IReadOnlyDictionary<string, string> options)
    {
        var set = new ConfigRequest.Types.Set { Silent = true };
        var given = GetAll();
        foreach (var (key, value) in Defaults.Where(setting => !options.ContainsKey(setting.Key) && !given.ContainsKey(setting.Key)).Concat(options.Where(IsOfSession)))
        {
            set.Pairs.Add(new KeyValue { Key = key, Value = value });
        }

        session.Config(new Operation { Set = set });
    }

    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["spark.sql.sources.default"] = "delta",
        ["spark.sql.session.timeZone"] = "UTC",
    };

    private static bool IsOfSession(KeyValuePair<string, string> setting) => setting.Key != "spark.master";
}
