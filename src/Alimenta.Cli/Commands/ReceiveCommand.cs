using System.CommandLine;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;

namespace Alimenta.Cli.Commands;

/// <summary>Receives an ACH file.</summary>
internal static class ReceiveCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "An ACH file: CCD+ or CTX credits with child support segments, returns, notices of change." };
        var usual = new DistributionParts();
        var whole = Bounds.Whole("--whole", "The most payments of a file that are distributed in the command that receives it; more are a run of parts that workers share.", usual.LargestWhole, 0, 1_000_000);
        var part = Bounds.Whole("--part", "So many payments, whole families of them, a worker distributes in one command.", usual.Payments, 1, 1_000_000);
        var lease = Shared.Lease();
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("receive", "Receive a payment file: all of it or nothing, and only once whatever its name.") { file, whole, part, lease, database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var path = parsed.GetValue(file)!;
            // An empty file is refused by the reader of such files, and kept with its fault.
            if (Files.Fault(path) is { Code: not "R-FILE-EMPTY" } unreadable) return terminal.Refuse(unreadable);
            var opened = await Shared.OpenOnDayAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            await using var content = File.OpenRead(path);
            using var arrived = await ArrivedFile.TakeAsync(content, cancel);
            var outcome = await new ReceiveFile(opened.Value, new PolicyDesk(law)) { Parts = usual with { LargestWhole = parsed.GetValue(whole), Payments = parsed.GetValue(part) }, Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)) }
                .RunAsync(Path.GetFileName(path), arrived.Bytes, Actor.Program("receive"), terminal, cancel);
            terminal.Done();
            if (outcome.Refusal is { } no) return terminal.Refuse(no);
            Say(terminal, outcome.Value);
            terminal.Value(outcome.Value);
            return outcome.Value.Status == "refused" || outcome.Value.SetAside.Count > 0 ? 1 : 0;
        }));
        return command;
    }

    private static void Say(Terminal terminal, FileReceived r)
    {
        switch (r.Status)
        {
            case "refused":
                terminal.Say("Refused: nothing was posted.");
                foreach (var fault in r.Faults) terminal.Say($"  {fault}");
                break;
            case "duplicate":
                terminal.Say($"This file came before, as {r.DuplicateOf}. Nothing was posted again.");
                break;
            default:
                terminal.Say($"Posted {r.Receipts} receipts of {r.AmountCents}: {r.Identified} identified, {r.Unidentified} unidentified; {r.Duplicates} items came before; {r.Answers} answers of the bank.");
                terminal.Say($"New for payees: {r.PayableCents}, of it held {r.HeldCents}.");
                foreach (var remark in r.Remarks) terminal.Say($"  {remark}");
                BatchCommand.SaySetAside(terminal, r.Run, r.SetAside);
                break;
        }
    }
}
