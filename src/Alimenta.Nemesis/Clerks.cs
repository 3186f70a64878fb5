using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Training;

namespace Alimenta.Nemesis;

/// <summary>Clerks who work over HTTP: what is not answered with success is sent again under the same key, and what was answered with success is done.</summary>
internal sealed class Clerks(StormWeb web, AlimentaStore store, Dice chance)
{
    private const int MostTries = 120;
    private const int MostMillisecondsToHangUp = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes that had to be sent again.</summary>
    public int Again { get; private set; }

    /// <summary>Does the writes of a day, all at the same time.</summary>
    /// <param name="tasks">The writes.</param>
    /// <param name="hangUp">Whether each first answer is not waited for.</param>
    /// <param name="broken">Told what must not be.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task WorkAsync(IReadOnlyList<ClerkTask> tasks, bool hangUp, Action<string, string> broken, CancellationToken cancel)
    {
        // Chance is drawn before: the clerks themselves are not in any order.
        var moments = tasks.Select(_ => hangUp ? TimeSpan.FromMilliseconds(chance.Below(MostMillisecondsToHangUp)) : Patience).ToList();
        await Task.WhenAll(tasks.Select((task, i) => DoAsync(task, moments[i], broken, cancel)));
    }

    private async Task DoAsync(ClerkTask task, TimeSpan firstPatience, Action<string, string> broken, CancellationToken cancel)
    {
        var step = $"clerk {task.Key}";
        var (role, path, body) = await RequestAsync(task, cancel);
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (attempt > 1) Again++;
            var (status, said) = await TryAsync(role, path, task.Key, body, attempt == 1 ? firstPatience : Patience, cancel);
            if (status == 200)
            {
                // Sent once more after it was acknowledged: the first answer, word for word.
                var (twice, echo) = await TryAsync(role, path, task.Key, body, Patience, cancel);
                if (twice == 200 && echo != said) broken(step, $"the same write under the same key had two answers: {said} and {echo}");
                return;
            }

            if (status == 401 && web.ClockWasOff || status is 0 or 429 or >= 500)
            {
                await Task.Delay(Pause, cancel);
                continue;
            }

            broken(step, $"it was answered with {status}: {said}");
            return;
        }

        broken(step, $"it was not acknowledged in {MostTries} tries");
    }

    private async Task<(string Role, string Path, JsonObject Body)> RequestAsync(ClerkTask task, CancellationToken cancel) => task.Act switch
    {
        ClerkAct.Post => (Roles.Accounting, "/receipts", new()
        {
            ["amount"] = task.Amount.Cents, ["tender"] = "check", ["source"] = "voluntary", ["collected_on"] = Days.Iso(task.Day), ["case_number"] = task.Case, ["check_number"] = task.Check, ["payor_name"] = ClerkTask.Payor,
        }),
        ClerkAct.Identify => (Roles.Accounting, $"/receipts/{await task.RowAsync(store, cancel)}/identify", new() { ["reason"] = ClerkTask.Known, ["case_number"] = task.Case }),
        _ => (Roles.Supervisor, $"/receipts/{await task.RowAsync(store, cancel)}/return", new() { ["reason"] = ClerkTask.Bounced }),
    };

    /// <summary>Sends it once; status 0: there was no answer.</summary>
    private async Task<(int Status, string Said)> TryAsync(string role, string path, string key, JsonObject body, TimeSpan patience, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            using var answer = await web.WriteAsync(role, path, key, body, limit.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception none) when (none is HttpRequestException or IOException || none is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return (0, none.Message);
        }
    }
}
