using Alimenta.Office.Exchange;

namespace Alimenta.Cli;

/// <summary>Says to a person what became of an imported file.</summary>
internal static class ImportWords
{
    private const int MostShown = 40;

    public static void Say(Terminal terminal, ImportReport report, IReadOnlyList<ImportCount> counts, bool temporary)
    {
        terminal.Say(report.Status switch
        {
            "duplicate" => $"This {report.Kind} was imported before; nothing was done again.",
            "refused" => $"Refused: the {report.Kind} has {Faults(report.FaultCount)}, and nothing of it was taken.",
            "dry-run" => $"Dry run of a {report.Kind} of {report.Lines:N0} lines{(temporary ? ", in a database made for it" : "")}: nothing was kept.",
            _ => $"Imported a {report.Kind} of {report.Lines:N0} lines.",
        });
        Table(terminal, "faults", report.FaultCount, report.Faults);
        Table(terminal, "warnings", report.WarningCount, report.Warnings);
        if (counts.Count > 0)
        {
            terminal.Say($"{"",-26}{"before",12}{(report.Status == "dry-run" ? "would add" : "added"),12}{"after",12}");
            foreach (var count in counts) terminal.Say($"  {count.Name,-24}{count.Before,12:N0}{count.Added,12:N0}{count.After,12:N0}");
        }

        if (report.Status is "refused" or "duplicate") return;
        if (report.Kind == "caseload") terminal.Say($"New for payees: {report.PayableCents}, of it held {report.HeldCents}.");
        if (report.Kind == "caseload" && report.FaultCount > 0) terminal.Say($"{Faults(report.FaultCount)}: those lines, and what names them, were left out.");
        if (report.LedgerHash.Length > 0) terminal.Say($"The book proved itself. Ledger hash {report.LedgerHash}");
    }

    private static string Faults(long count) => count == 1 ? "1 fault" : $"{count:N0} faults";

    private static void Table(Terminal terminal, string what, long count, IReadOnlyList<ImportFault> rows)
    {
        if (count == 0) return;
        var shown = rows.Take(MostShown).ToList();
        var field = Math.Max(5, shown.Max(r => r.Field.Length));
        var code = Math.Max(4, shown.Max(r => r.Code.Length));
        terminal.Say($"{"line",8} {"column",6}  {"field".PadRight(field)}  {"code".PadRight(code)}  what is wrong; what to do");
        foreach (var row in shown)
            terminal.Say($"{(row.Line > 0 ? $"{row.Line}" : ""),8} {(row.Column > 0 ? $"{row.Column}" : ""),6}  {row.Field.PadRight(field)}  {row.Code.PadRight(code)}  {row.What} {row.Remedy}");
        if (count > shown.Count) terminal.Say($"         and {count - shown.Count:N0} more {what}; --json lists the first {rows.Count:N0}.");
    }
}
