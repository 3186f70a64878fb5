using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests;

/// <summary>The pages of docs/law that are written from the tree.</summary>
public class DocumentsTests
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_page_of_parameters_is_up_to_date()
    {
        var page = new StringBuilder("# All parameters\n\nWritten by the tests from `law/`. A value holds from its day until the next one. Marked values: S secondary, U unconfirmed, C our choice.\n");
        foreach (var provision in LawCoverage.BuiltIn)
        {
            page.Append($"\n## {provision.Title}\n\n{provision.Status}, {new DatePeriod(provision.From, provision.To)}. {provision.Unknown}".TrimEnd() + "\n");
            var own = LawStore.BuiltIn.Parameters.Where(p => provision.Covers(p.Id)).ToList();
            if (own.Count == 0) continue;
            page.Append("\n| id | says | values | law |\n|---|---|---|---|\n");
            foreach (var p in own)
                page.Append($"| {p.Id} | {Cell(p.Says)} | {string.Join("; ", p.Values.Select(v => $"{Days.Iso(v.From)}: {Cell(v.Words)}{Mark(v.Status)}"))} | {Cell(p.Citation)} |\n");
        }

        Golden.Is("../../docs/law/parameters.md", page.ToString());
    }

    [Fact]
    public void The_page_of_rules_is_up_to_date()
    {
        var page = new StringBuilder("# All rules\n\nWritten by the tests: each rule with its facts and one of its cases.\n");
        foreach (var rule in RuleCatalog.BuiltIn.Rules)
        {
            page.Append($"\n## {rule.Id}\n\n{rule.Says} {rule.Citation}.\n\n");
            Facts(page, RuleCatalog.BuiltIn.Schema(rule.Id).Value, "");
            var one = LawCases.BuiltIn().First(c => c.Rule == rule.Id && c.Refusal.Length == 0);
            var answer = RuleCatalog.BuiltIn.Eval(rule.Id, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!;
            page.Append($"\n{one.Says} ({Days.Words(one.AsOf)}, policy {one.Policy})\n\n```json\n{one.Facts.ToJsonString(Pretty)}\n```\n\ngives\n\n```json\n{answer.Value.ToJsonString(Pretty)}\n```\n\n");
            foreach (var step in answer.Why.Steps) page.Append($"> {step.Sentence}{(step.Citation.Length > 0 ? $" ({step.Citation})" : "")}\n>\n");
            page.Length -= 2;
        }

        Golden.Is("../../docs/law/rules.md", page.ToString());
    }

    private static void Facts(StringBuilder page, JsonObject schema, string margin)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()).ToHashSet();
        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            page.Append($"{margin}- `{name}`{(required.Contains(name) ? "" : " (may be left out)")}: {member!["description"]?.GetValue<string>()}\n");
            if (member["items"] is JsonObject { } items && items["properties"] is not null) Facts(page, items, margin + "  ");
            else if (member["properties"] is not null) Facts(page, member.AsObject(), margin + "  ");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Mark(LawStatus status) => status switch { LawStatus.Secondary => " (S)", LawStatus.Unconfirmed => " (U)", LawStatus.Choice => " (C)", _ => "" };
}
