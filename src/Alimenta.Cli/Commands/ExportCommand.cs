using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Exchange;

namespace Alimenta.Cli.Commands;

/// <summary>Exports the facts as a caseload, or everything as a book.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var book = new Option<bool>("--book") { Description = "Everything, to move to another engine or to keep. This is what is exported when nothing is said." };
        var caseload = new Option<bool>("--caseload") { Description = "The facts only: people, cases, orders, assistance, receipts." };
        var output = new Option<string?>("--out") { Description = "The file to write; else the output, which must lead somewhere; what is said then goes to the error stream." };
        var force = new Option<bool>("--force") { Description = "Put the new file in the place of one that is there." };
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("export", "Export a whole book or a caseload (see docs/interfaces/caseload.md). That it was done is noted in the audit log.") { book, caseload, output, force, database, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(book) && result.GetValue(caseload)) result.AddError("A file holds a book or a caseload: choose --book or --caseload.");
        });
        command.SetAction((parsed, cancel) => Guarded.RunAsync(new Terminal(parsed.GetValue(json), parsed.GetValue(output) is null), terminal => RunAsync(
            terminal, parsed.GetValue(caseload) ? ExportKind.Caseload : ExportKind.Book, parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(database), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ExportKind kind, string? path, bool force, string? address, CancellationToken cancel)
    {
        if (path is not null && Files.Taken(path, force) is { } taken) return terminal.Refuse(taken);
        if (path is null && !Console.IsOutputRedirected)
            return terminal.Refuse(new("R-EXPORT-SCREEN", "The file holds Social Security numbers and account numbers; it is not shown on a screen.", "Name a file with --out, or lead the output into a file or a program."));
        var opened = await Shared.OpenThereAsync(address, cancel);
        if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
        var by = Shared.Actor("export");
        var report = path is null ? await ToOutputAsync(opened.Value, kind, by, terminal, cancel)
            : await Files.WriteAsync(path, to => Transfer.ExportAsync(opened.Value, to, kind, by, terminal, cancel));
        terminal.Done();
        Say(terminal, report, path);
        terminal.Value(ToJson(report, path));
        return 0;
    }

    private static async Task<ExportReport> ToOutputAsync(AlimentaStore store, ExportKind kind, Actor by, Terminal terminal, CancellationToken cancel)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return await Transfer.ExportAsync(store, output, kind, by, terminal, cancel);
    }

    private static void Say(Terminal terminal, ExportReport report, string? path)
    {
        terminal.Say($"Exported a {report.Kind} of {report.Lines:N0} lines{(path is null ? "" : $" to {path}")}.");
        foreach (var (name, count) in report.Written.Where(w => w.Value > 0)) terminal.Say($"  {name,-24}{count,12:N0}");
        if (report.LedgerHash.Length > 0) terminal.Say($"Ledger hash {report.LedgerHash}");
        terminal.Say("Guard the file like the database: it holds Social Security numbers and account numbers.");
    }

    private static JsonObject ToJson(ExportReport report, string? path) => new()
    {
        ["ok"] = true, ["kind"] = report.Kind, ["file"] = path, ["lines"] = report.Lines,
        ["written"] = new JsonObject(report.Written.Select(w => KeyValuePair.Create(w.Key, (JsonNode?)w.Value))),
        ["ledger_hash"] = report.LedgerHash.Length > 0 ? report.LedgerHash : null,
    };
}
