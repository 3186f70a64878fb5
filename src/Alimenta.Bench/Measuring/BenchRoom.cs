using Alimenta.Law;

namespace Alimenta.Bench;

/// <summary>What the legs share: the private server and its caseloads.</summary>
public sealed class BenchRoom : IDisposable
{
    private readonly LawStore _law;
    private BenchOffice? _large;
    private BenchOffice? _small;

    public BenchRoom(BenchSettings settings, LawStore law, IProgress<string> progress)
    {
        (Settings, _law, Progress) = (settings, law, progress);
        progress.Report("Starting a private PostgreSQL server");
        Server = BenchServer.Start(settings.Folder);
    }

    public BenchSettings Settings { get; }

    public BenchServer Server { get; }

    public IProgress<string> Progress { get; }

    /// <summary>The office with all the cases.</summary>
    public async Task<BenchOffice> LargeAsync(CancellationToken cancel) => _large ??= await OpenAsync(Settings.Cases, cancel);

    /// <summary>The small office with which it is compared.</summary>
    public async Task<BenchOffice> SmallAsync(CancellationToken cancel) => _small ??= await OpenAsync(Settings.SmallCases, cancel);

    /// <summary>The payments of a file for an office: a tenth of its cases pay on one day.</summary>
    public int Payments(BenchOffice office) => Math.Min(Settings.Payments, Math.Max(office.Plan.Cases / 10, 1));

    public void Dispose() => Server.Dispose();

    private Task<BenchOffice> OpenAsync(int cases, CancellationToken cancel) => BenchOffice.OpenAsync(Server, new(cases), _law, Progress, cancel);
}
