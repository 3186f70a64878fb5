using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Rules;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>Imports a caseload or a whole book.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A caseload or a whole book (see docs/interfaces/caseload.md); its first line says which. - reads the input." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do all of it, show what would be made, and leave nothing." };
        var keepGood = new Option<bool>("--keep-good") { Description = "Take the lines of a caseload that have no fault, although others have one." };
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("import", "Import a caseload beside what is there, or a whole book into an empty database: all of it or nothing.") { file, dryRun, keepGood, database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, (terminal, law) => RunAsync(
            terminal, law, parsed.GetValue(file)!, new() { DryRun = parsed.GetValue(dryRun), KeepGood = parsed.GetValue(keepGood) }, parsed.GetValue(database), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, LawStore law, string path, ImportOptions options, string? address, CancellationToken cancel)
    {
        if (path != "-" && Files.Fault(path) is { } unreadable) return terminal.Refuse(unreadable);
        terminal.Report("Reading the file");
        await using var file = path == "-" ? await Files.InputAsync(cancel) : File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        var opened = await ImportPlace.OpenAsync(address, options.DryRun, cancel);
        if (opened.Refusal is { } no) return terminal.Refuse(no);
        using var place = opened.Value;

        // The content is the key: the same file again gives the first answer, whatever its name.
        var asked = new Asked($"import:{hash}{(options.KeepGood ? ":keep-good" : "")}", Shared.Actor("import"), "Imported from a file.");
        var before = await ImportCounts.ReadAsync(place.Store, cancel);
        bool again;
        await using (var db = place.Store.Read()) again = await db.Commands.AnyAsync(c => c.Key == asked.Key, cancel);
        var outcome = await Transfer.ImportAsync(place.Store, new PolicyDesk(law), file, asked, again ? options with { DryRun = false } : options, terminal, cancel);
        terminal.Done();
        if (outcome.Refusal is { } refusal) return terminal.Refuse(refusal);
        var report = again ? outcome.Value with { Status = "duplicate" } : outcome.Value;
        var counts = ImportCounts.Of(report, before, report.Status == "imported" ? await ImportCounts.ReadAsync(place.Store, cancel) : null);
        ImportWords.Say(terminal, report, counts, place.Temporary);
        terminal.Value(ToJson(report, counts, hash));
        return report.Status == "refused" ? 1 : 0;
    }

    private static JsonObject ToJson(ImportReport report, IReadOnlyList<ImportCount> counts, string hash)
    {
        var json = new JsonObject { ["ok"] = report.Status != "refused", ["file_sha256"] = hash };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(report, LawJson.Options)!.AsObject()) json[name] = value?.DeepClone();
        json["counts"] = JsonSerializer.SerializeToNode(counts, LawJson.Options);
        return json;
    }
}
