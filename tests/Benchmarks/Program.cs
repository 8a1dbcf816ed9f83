using Benchmarks;

return args switch
{
    ["child", .. var child] => Child.Run(child),
    ["micro", ..] => MicroBenchmarks.Run(),
    _ => Runner.Run(args),
};
