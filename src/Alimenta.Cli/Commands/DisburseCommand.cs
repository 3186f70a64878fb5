using System.CommandLine;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>Pays what is payable, and gives out the files that were made.</summary>
internal static class DisburseCommand
{
    private const int NamesAtOnce = 500;

    public static Command Make()
    {
        var preview = new Option<bool>("--preview") { Description = "Show what would be paid, and do nothing." };
        var output = new Option<string?>("--out") { Description = "A folder into which released files are written." };
        var usual = new PaymentParts();
        var whole = Bounds.Whole("--whole", "The most amounts, payable or held, that are worked in one command; more are a run of parts that workers share.", usual.LargestWhole, 0, 1_000_000);
        var part = Bounds.Whole("--part", "So many payees a worker pays in one command.", usual.Payees, 1, 1_000_000);
        var lease = Shared.Lease();
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("disburse", "Make the day's disbursement files. Another person releases them on the page \"Files\".") { preview, output, whole, part, lease, database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenOnDayAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var store = opened.Value;
            var made = await new DisbursementRun(store, new PolicyDesk(law), BankSettings.Demonstration) { Parts = usual with { LargestWhole = parsed.GetValue(whole), Payees = parsed.GetValue(part) }, Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)) }
                .RunAsync($"disburse:{store.Now:yyyyMMddHHmmssfff}", Actor.Program("disburse"), terminal, parsed.GetValue(preview), cancel);
            terminal.Done();
            if (made.Refusal is { } no) return terminal.Refuse(no);
            foreach (var file in made.Value.Files) terminal.Say($"{(file.Identity.Length > 0 ? file.Identity : file.Kind)}: {file.Count} payments, {file.AmountCents}");
            foreach (var payee in made.Value.OnPaper) terminal.Say($"On paper, {payee}");
            foreach (var payee in made.Value.SetAside) terminal.Say($"Set aside, {payee}");
            terminal.Say($"{made.Value.Payments} payments of {made.Value.AmountCents}; {made.Value.ReleasedHolds} holds released; {made.Value.Waiting} amounts wait.");
            if (parsed.GetValue(output) is { } folder) await WriteAsync(store, folder, terminal, cancel);
            terminal.Value(made.Value);
            if (made.Value.SetAside.Count == 0) return 0;
            terminal.Say($"{made.Value.SetAside.Count} {(made.Value.SetAside.Count == 1 ? "payee was" : "payees were")} set aside and not paid, as said above; everyone else was. Mend what is on record of them: the next run pays them.");
            return 1;
        }));
        return command;
    }

    /// <summary>Writes every released file that is not in the folder yet. Names are read in pieces, and the content of one file at a time, so that years of files take no more memory than a day's.</summary>
    private static async Task WriteAsync(AlimentaStore store, string folder, Terminal terminal, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        await using var db = store.Read();
        var after = 0L;
        while (true)
        {
            var piece = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Released && f.Id > after).OrderBy(f => f.Id).Take(NamesAtOnce).Select(f => new { f.Id, f.Identity, f.Kind }).ToListAsync(cancel);
            foreach (var file in piece)
            {
                var path = Path.Combine(folder, file.Identity + (file.Kind == DisbursementFileKind.Warrant ? ".csv" : ".ach"));
                if (File.Exists(path)) continue;
                await File.WriteAllBytesAsync(path + ".part", await db.DisbursementFiles.Where(f => f.Id == file.Id).Select(f => f.Content).SingleAsync(cancel), cancel);
                File.Move(path + ".part", path);
                terminal.Say($"Wrote {path}");
            }

            if (piece.Count < NamesAtOnce) return;
            after = piece[^1].Id;
        }
    }
}
