using DataPlatform.Hosting;

return args is ["submit", .. var arguments]
    ? (int)JobHost.Submit(arguments, HostSurroundings.OfProcess())
    : (int)JobHost.Submit(args, HostSurroundings.OfProcess());
