using System.Text;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Cli.Guidelines;

/// <summary>Calculates a table of families: a row that is refused says why in its last column and stops no other.</summary>
internal static class TableRun
{
    /// <summary>What is asked for.</summary>
    /// <param name="From">The table.</param>
    /// <param name="To">The table with results.</param>
    /// <param name="AsOf">The law date of rows that name none.</param>
    /// <param name="Force">Whether a file that is there gives way.</param>
    public sealed record Asked(string From, string To, DateOnly AsOf, bool Force);

    /// <summary>Calculates, and says how many families there were and how many of them were refused.</summary>
    public static async Task<Outcome<(int Families, int Refused)>> RunAsync(GuidelineRules state, RuleCatalog catalog, Asked asked, CancellationToken cancel)
    {
        if (Files.Fault(asked.From) is { } unreadable) return unreadable;
        if (Files.Taken(asked.To, asked.Force) is { } taken) return taken;
        string text;
        try
        {
            using var reader = new StreamReader(asked.From, new UTF8Encoding(false, throwOnInvalidBytes: true));
            text = await reader.ReadToEndAsync(cancel);
        }
        catch (DecoderFallbackException)
        {
            return new Refusal("R-CSV-ENCODING", $"The file {asked.From} is not written in UTF-8.", "Save it as \"CSV UTF-8\".");
        }

        var table = FamilyTable.Of(CsvRows.Read(text).FirstOrDefault(), catalog.Find(state.Rule)!);
        if (table.Refusal is { } no) return no;
        return await Files.WriteAsync(asked.To, async to =>
        {
            var (families, refused) = (0, 0);
            var results = MainResults.Headings(state);
            await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await writer.WriteAsync(Line(table.Value.Headings(results)));
            foreach (var row in CsvRows.Read(text).Skip(1))
            {
                cancel.ThrowIfCancellationRequested();
                families++;
                await writer.WriteAsync(Line(table.Value.Answer(row, results, asked.AsOf, (day, facts) => state.Ask(catalog, day, facts), out var answered)));
                if (!answered) refused++;
            }

            return (families, refused);
        });
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Csv.Cell)) + "\r\n";
}
