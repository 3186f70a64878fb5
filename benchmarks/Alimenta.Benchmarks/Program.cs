using Alimenta.Benchmarks;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: the builds that the default way makes for each benchmark know nothing of the central package versions.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
if (args.Contains("--short"))
{
    job = job.WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(5);
    args = [.. args.Where(a => a != "--short")];
}

var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(ConsoleLogger.Default).AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance).AddExporter(MarkdownExporter.GitHub);
BenchmarkSwitcher.FromTypes([typeof(DistributionBenchmarks), typeof(HistoryBenchmarks), typeof(GuidelineBenchmarks), typeof(EntryBenchmarks), typeof(NachaBenchmarks)])
    .Run(args.Length == 0 ? ["--filter", "*"] : args, config);
