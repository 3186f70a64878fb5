using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Cli.Commands;

/// <summary>Takes an agency's whole schedule of Iowa support obligations into its law folder, after checking all of it.</summary>
internal static class ImportScheduleCommand
{
    private const int Shown = 20;

    public static Command Make(Option<bool> json)
    {
        var file = new Argument<string>("FILE") { Description = "Comma-separated values: income_up_to,one,two,three,four,five in dollars." };
        var from = new Option<DateOnly?>("--from") { Description = "The first day on which the schedule holds.", Required = true };
        var source = new Option<string>("--source") { Description = "Where it was taken from.", Required = true };
        var compared = new Option<bool>("--compared") { Description = "A person has compared it with the official print; else it stays marked as to be confirmed." };
        var force = new Option<bool>("--force") { Description = "Put it in the place of one that begins on the same day." };
        var command = new Command("import-schedule", "Load the whole Iowa schedule: checked for gaps, order and falling amounts, with its source.") { file, from, source, compared, force };
        command.SetAction((parsed, cancel) => Guarded.RunAsync(parsed.GetValue(json), terminal => RunAsync(terminal, new(
            parsed.GetValue(file)!, parsed.GetValue(from)!.Value, parsed.GetValue(source)!, parsed.GetValue(compared), AgencyLaw.Folder(parsed) ?? AgencyLaw.Usual, parsed.GetValue(force)), cancel)));
        return command;
    }

    private sealed record Asked(string File, DateOnly From, string Source, bool Compared, string Agency, bool Force);

    private static async Task<int> RunAsync(Terminal terminal, Asked asked, CancellationToken cancel)
    {
        if (Files.Fault(asked.File) is { } unreadable) return terminal.Refuse(unreadable);
        if (string.IsNullOrWhiteSpace(asked.Source))
            return terminal.Refuse(new("R-SCHEDULE-SOURCE", "A schedule names its source.", "Say after --source where it was taken from."));
        var law = LawStore.BuiltIn.On(asked.From);
        if (ScheduleFile.Read(new(asked.File, await File.ReadAllTextAsync(asked.File, cancel)), law, out var faults) is not { } schedule)
            return terminal.Refuse(Faults(asked.File, faults));

        var texts = await AgencyLaw.TextsAsync(asked.Agency, cancel);
        var before = AgencyLaw.Load(texts);
        if (before.Refusal is { } faulty) return terminal.Refuse(faulty);
        var id = ScheduleFile.Path[..^".jsonc".Length];
        if (!asked.Force && before.Value.Find(id)?.Values.Any(v => v.From == asked.From) == true)
            return terminal.Refuse(new("R-SCHEDULE-THERE", $"A schedule from {Days.Words(asked.From)} is there already.", "Choose another day, or add --force to put the new one in its place."));

        var old = texts.Find(t => t.Path == ScheduleFile.Path);
        var text = schedule.ToLaw(asked.From, asked.Source.Trim(), asked.Compared, old);
        // What is written must load: it is read before it is kept.
        if (AgencyLaw.Load([.. texts.Where(t => t != old), text]).Refusal is { } wrong) return terminal.Refuse(wrong);
        var path = Path.Combine(asked.Agency, ScheduleFile.Path[(LawStore.Agency.Length + 1)..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await Files.WriteAsync(path, async to =>
        {
            await using var writer = new StreamWriter(to, leaveOpen: true);
            await writer.WriteAsync(text.Text.AsMemory(), cancel);
            return true;
        });

        Tell(terminal, asked, schedule, path, schedule.Differences(law));
        return 0;
    }

    private static void Tell(Terminal terminal, Asked asked, ScheduleFile schedule, string path, IReadOnlyList<string> differences)
    {
        terminal.Say($"{schedule.Rows.Count} rows from {Days.Words(asked.From)} are in {path}, {(asked.Compared ? "compared with the official print" : "marked as to be confirmed")}.");
        if (differences.Count > 0)
        {
            terminal.Say($"{differences.Count} rows differ from those that come with the product. Compare them with the official print:");
            foreach (var one in differences.Take(Shown)) terminal.Say($"  {one}");
            if (differences.Count > Shown) terminal.Say($"  and {differences.Count - Shown} more (--json lists all)");
        }

        terminal.Say($"Use it: alimenta law eval ia/guideline --as-of {Days.Iso(asked.From)} --policy us-ia --agency {asked.Agency} --facts facts.json");
        terminal.Value(new JsonObject
        {
            ["ok"] = true, ["file"] = path, ["from"] = Days.Iso(asked.From), ["rows"] = schedule.Rows.Count, ["compared"] = asked.Compared,
            ["differences"] = new JsonArray([.. differences.Select(d => (JsonNode)d)]),
        });
    }

    private static Refusal Faults(string file, IReadOnlyList<LawFault> faults)
    {
        var lines = faults.Take(Shown).Select(f => $"{f.File}:{f.Line}:{f.Column}  {f.Reason} {f.Remedy}");
        return new("R-SCHEDULE-FAULTS",
            $"{file} has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}, and nothing of it was taken:\n{string.Join('\n', lines)}{(faults.Count > Shown ? $"\nand {faults.Count - Shown} more" : "")}\n",
            "Correct the file and try again.", "Iowa Ct. R. 9.26");
    }
}
