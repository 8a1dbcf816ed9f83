using DataPlatform.Hosting;

var surroundings = HostSurroundings.OfProcess();
return (int)(args switch
{
    ["submit", .. var submitted] => JobHost.Submit(submitted, surroundings),
    ["check", .. var submitted] => JobHost.Check(submitted, surroundings),
    _ => JobHost.Submit(args, surroundings),
});
