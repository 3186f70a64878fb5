using Alimenta.Office.Training;

namespace Alimenta.Nemesis;

/// <summary>Someone who reads pages all the time. A page is there whole, or says clearly that it cannot be; silence is counted.</summary>
internal sealed class PageReader(StormWeb web, IReadOnlyList<Payor> payors, long seed, Action<string, string> broken)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private readonly Dice _chance = new(unchecked((ulong)(seed + 31)));

    /// <summary>Pages that were there.</summary>
    public int Read { get; private set; }

    /// <summary>Answers that said that they cannot, and what to do.</summary>
    public int SaidSo { get; private set; }

    /// <summary>Requests without an answer: the process was killed or stopped.</summary>
    public int Silent { get; private set; }

    /// <summary>Reads until it is stopped.</summary>
    public async Task GoOnAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await OnceAsync(stop);
                await Task.Delay(Pause, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }
    }

    /// <summary>Whether a page can be read now that all is well; within so long.</summary>
    public async Task<bool> ReadsWithinAsync(TimeSpan limit, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < limit; waited += Pause)
        {
            var before = Read;
            await OnceAsync(cancel);
            if (Read > before) return true;
            await Task.Delay(Pause, cancel);
        }

        return false;
    }

    private async Task OnceAsync(CancellationToken cancel)
    {
        var number = _chance.One(payors).Case;
        var (path, holds) = _chance.Below(3) switch { 0 => ("/cases", "id=\"cases\""), 1 => ("/receipts", "</html>"), _ => ($"/cases/{number}", number) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await web.ReadAsync(path, limit.Token);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            Take(path, (int)answer.StatusCode, text, holds);
        }
        catch (Exception none) when (none is HttpRequestException or IOException || none is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            Silent++;
        }
    }

    private void Take(string path, int status, string text, string holds)
    {
        switch (status)
        {
            case 200 when text.Contains(holds, StringComparison.Ordinal) && text.Contains("</html>", StringComparison.Ordinal):
                Read++;
                break;
            case 429 or >= 500 when text.Contains("<h1", StringComparison.Ordinal):
            // A clock that jumps ends sessions: the person is sent to sign in again.
            case 302 when web.ClockWasOff:
                SaidSo++;
                break;
            default:
                broken("pages", $"{path} was answered with {status} and {text.Length} signs that are neither its page nor words on why not");
                break;
        }
    }
}
