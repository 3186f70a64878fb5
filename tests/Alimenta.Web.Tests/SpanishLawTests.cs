using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Testing;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Worksheets;
using Alimenta.Web.Components.Worksheets.InSpanish;
using Alimenta.Web.Pages.Calculator;

namespace Alimenta.Web.Tests;

/// <summary>A Spanish reader meets no English: every sentence, label, figure and refusal that a guideline brings to the page has Spanish, with the same figures in it.</summary>
public sealed partial class SpanishLawTests
{
    private const int FamiliesOfState = 4000;

    // Figures of rules that the calculator does not ask.
    private static readonly string[] OfOtherRules = ["cola", "interest", "modification", "income-evidence"];

    public static TheoryData<string, int> States => new() { { "or", 2500 }, { "ny", 2500 }, { "ia", 2500 } };

    [Theory, MemberData(nameof(States))]
    public void Every_sentence_label_and_figure_of_every_family_has_Spanish_with_the_same_figures(string state, int least)
    {
        var rule = GuidelineRules.Of(state).Value;
        var answers = LawCases.BuiltIn().Where(c => c.Rule == rule.Rule).Select(c => (Catalog: RuleCatalog.BuiltIn, c.AsOf, c.Facts))
            .Concat(SpanishFamilies.Of(state, FamiliesOfState).Select(f => (f.Catalog, f.AsOf, Facts: (JsonNode)f.Facts)))
            .Select(f => (f.Catalog, f.Facts, rule.Ask(f.Catalog, f.AsOf, f.Facts.ToJsonString(LawJson.Options)).Answer)).Where(a => a.Answer is not null);
        var (count, wrong, said, used) = (0, new SortedSet<string>(StringComparer.Ordinal), new HashSet<(LawWord, string)>(), new HashSet<string>());
        foreach (var (catalog, facts, answer) in answers)
        {
            count++;
            var sheet = GuidelineSheet.Of(answer!);
            var typed = Texts(facts).OrderByDescending(t => t.Length).ToList();
            foreach (var (word, text) in Words(sheet, catalog.Store))
                if (said.Add((word, text)) && Fault(word, text, used, typed) is { } fault) wrong.Add(fault);
            foreach (var line in sheet.Tables.SelectMany(t => t.Parts).SelectMany(p => p.Rows).SelectMany(r => r.Cells.Values))
                if (Fault(sheet, line) is { } fault) wrong.Add(fault);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {said.Count}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(count >= least, $"{count} families were answered.");
        // A pair that no family needs is a pair that nobody has tried.
        var pairs = state switch { "or" => OregonPhrases.Pairs, "ny" => NewYorkPhrases.Pairs, _ => IowaPhrases.Pairs };
        var idle = pairs.Select(p => p.En).Where(p => !used.Contains(p)).ToList();
        Assert.True(idle.Count == 0, $"Never said:\n{string.Join('\n', idle)}");
    }

    [Fact]
    public void Every_figure_of_the_guidelines_and_its_source_has_Spanish_and_no_Spanish_is_left_over()
    {
        var figures = LawStore.BuiltIn.Parameters.Where(p => p.Id is "us/obligation/periods-a-year" or "ny/policy/emancipation/age" || GuidelineRules.All.Any(g => p.Id.StartsWith($"{g.State}/guidelines/", StringComparison.Ordinal) && !OfOtherRules.Contains(p.Id.Split('/')[2]))).ToList();
        var used = new HashSet<string>();
        var wrong = figures.SelectMany(p => p.Values.Select(v => (LawWord.Value, v.Words)).Concat(p.Values.Select(v => (LawWord.Citation, v.Citation))).Append((LawWord.Figure, p.Says.TrimEnd('.'))).Append((LawWord.Source, p.Source)))
            .Distinct().Select(w => Fault(w.Item1, w.Item2, used, [])).OfType<string>().ToList();
        Assert.Empty(wrong);
        Assert.True(figures.Count > 80, $"{figures.Count}");
        Assert.DoesNotContain(FigurePhrases.Says.Concat(SourcePhrases.Pairs).Select(p => p.En), p => !used.Contains(p));
    }

    [Theory]
    [InlineData("or", "Oregon", 16)]
    [InlineData("ny", "NewYork", 19)]
    [InlineData("ia", "Iowa", 20)]
    public void Every_refusal_of_the_rule_has_Spanish(string state, string folder, int least)
    {
        var flow = Flow.Of(state)!;
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Alimenta.Law", folder, "Guidelines"), "*.cs")
            .Where(f => !Regex.IsMatch(Path.GetFileName(f), "Modification|Interest|Cola|ScheduleFile|ScheduleChecks"))
            .SelectMany(f => Codes().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(codes.Count >= least, $"{codes.Count}");
        Assert.DoesNotContain(codes, c => !flow.Refusals.Keys.Any(k => k == c || k.StartsWith(c + " ", StringComparison.Ordinal)) && FaultWords.Plain(flow, new(c, "", "", Field: ""), null) is null);
    }

    [Theory]
    [InlineData("or")]
    [InlineData("ny")]
    [InlineData("ia")]
    public void What_is_wrong_with_a_spoiled_family_is_told_in_Spanish(string state)
    {
        var flow = Flow.Of(state)!;
        var chance = new Random(7);
        HashSet<string> codes = [];
        List<string> english = [];
        foreach (var (_, asOf, facts) in SpanishFamilies.Of(state, 1500))
        {
            var typed = CalculatorAnswers.Typed(flow, facts, asOf);
            foreach (var field in typed.Keys.Where(_ => chance.Next(12) == 0).ToList())
                typed[field] = [chance.Next(5) switch { 0 => "-5", 1 => "999999999999999", 2 => "", 3 => "x", _ => "31" }];
            foreach (var wrong in Asked.Of(flow, RuleCatalog.BuiltIn, Answers.Of(flow, f => typed.GetValueOrDefault(f, [])), Tongue.Spanish).Wrongs)
            {
                codes.Add(Codes().Match($"\"{wrong.Words[(wrong.Words.LastIndexOf('(') + 1)..].TrimEnd(')')}\"").Groups[1].Value);
                if (wrong.Words.Contains("en inglés", StringComparison.Ordinal)) english.Add(wrong.Words);
            }
        }

        Assert.Empty(english);
        Assert.True(codes.Count >= 8, string.Join(", ", codes));
    }

    [Fact]
    public void What_has_no_Spanish_stays_English_and_is_marked()
    {
        Assert.Equal(("Nobody said this before.", "en"), LawSpeech.In(LawWord.Sentence, "Nobody said this before.", Tongue.Spanish));
        Assert.Equal(("Nobody said this before.", null), LawSpeech.In(LawWord.Sentence, "Nobody said this before.", Tongue.English));
        // A line that New York does not have is no word of it.
        Assert.Null(LawSpeech.Of(LawWord.Sentence).Of("Parent A: $5.00, Nothing of the kind."));
    }

    [Theory]
    [InlineData("The scale gives $1,220.00 for $6,500.00 and 2 children.", "La tabla da $1,220.00 para $6,500.00 y 2 hijos.")]
    [InlineData("Parent A: less $1,200.00, FICA paid (computed from wages of $15,000.00 a year).", "Progenitor A: menos $1,200.00, FICA pagado (calculado con un salario de $15,000.00 al año).")]
    [InlineData("Parent B: $900.00, Disability benefits (a {0} reason: $5.00; and \"more\").", "Progenitor B: $900.00, beneficios por discapacidad (a {0} reason: $5.00; and \"more\").")]
    [InlineData("The order must say what child support becomes when maintenance ends on 31 Mar 2029: Parent A pays the caretaker $5.00 a month; Parent B pays the caretaker $6.00 a month. That does not stand in the way of a modification.",
        "La orden debe decir cuánto será la manutención de menores cuando la manutención conyugal termine el 31 mar 2029: el Progenitor A le paga al cuidador $5.00 al mes; el Progenitor B le paga al cuidador $6.00 al mes. Eso no impide una modificación.")]
    public void People_days_and_words_are_put_into_Spanish_and_what_was_typed_stays(string english, string spanish) => Assert.Equal(spanish, LawSpeech.Of(LawWord.Sentence).Of(english));

    [Fact]
    public void Long_text_that_a_person_typed_costs_no_time()
    {
        var typed = string.Concat(Enumerable.Repeat("a year, paid by Parent A; Parent B owes the share $1.00 / $2.00: $3.00 a year. ", 500));
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.NotNull(LawSpeech.Of(LawWord.Sentence).Of($"Above the cap as decided: {typed}"));
        Assert.NotNull(LawSpeech.Of(LawWord.Sentence).Of($"Share of the premium of {typed}: $9.00 a year, paid by Parent A; Parent B owes the share $1.00 / $2.00: $3.00 a year."));
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(before) < TimeSpan.FromSeconds(5));
    }

    private static IEnumerable<(LawWord, string)> Words(GuidelineSheet sheet, LawStore law)
    {
        foreach (var tree in All(sheet.Why!))
        {
            foreach (var step in tree.Steps)
            {
                yield return (LawWord.Sentence, step.Sentence);
                yield return (LawWord.Citation, step.Citation);
            }

            foreach (var figure in tree.Parameters.Where(p => !p.Id.StartsWith("agency/", StringComparison.Ordinal)))
            {
                yield return (LawWord.Figure, law.Find(figure.Id)!.Says.TrimEnd('.'));
                yield return (LawWord.Value, figure.Value);
                yield return (LawWord.Citation, figure.Citation);
            }
        }

        foreach (var cited in sheet.Payments.Select(p => p.Citation).Concat(sheet.Findings.Select(f => f.Citation)).Concat(sheet.Tables.SelectMany(t => t.Parts).SelectMany(p => p.Rows).Select(r => r.Citation))) yield return (LawWord.Citation, cited);
        foreach (var finding in sheet.Findings) yield return (LawWord.Sentence, finding.Says);
        foreach (var open in sheet.ToConfirm.Where(p => !p.Parameter.StartsWith("agency/", StringComparison.Ordinal)))
        {
            yield return (LawWord.Figure, law.Find(open.Parameter)!.Says.TrimEnd('.'));
            yield return (LawWord.Source, law.Find(open.Parameter)!.Source);
            yield return (LawWord.Value, open.Value);
            yield return (LawWord.Citation, open.Citation);
        }
    }

    private static IEnumerable<Explanation> All(Explanation tree) => tree.Children.SelectMany(All).Prepend(tree);

    /// <summary>What a person typed: it stays in the language in which it was typed.</summary>
    private static IEnumerable<string> Texts(JsonNode? facts) => facts switch
    {
        JsonObject group => group.SelectMany(m => Texts(m.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Trim() is { Length: > 3 } text => [text],
        _ => [],
    };

    private static string? Fault(LawWord word, string english, HashSet<string> used, IReadOnlyList<string> typed)
    {
        // Most citations are names and numbers only, and stay.
        if ((LawSpeech.Of(word).Of(english, used) ?? (word == LawWord.Citation ? english : null)) is not { } spanish) return $"no Spanish: {english}";
        if (!Figures().Matches(english).Select(m => m.Value).Order(StringComparer.Ordinal).SequenceEqual(Figures().Matches(spanish).Select(m => m.Value).Order(StringComparer.Ordinal))) return $"other figures: {english}\n  {spanish}";
        if (word == LawWord.Citation) return CitationWords().Match(spanish) is { Success: true } still ? $"\"{still.Value}\" is left: {spanish}" : null;
        var ours = typed.Aggregate(spanish, (rest, text) => rest.Replace(text, "", StringComparison.Ordinal));
        return word != LawWord.Source && EnglishWords().Match(ours) is { Success: true } left ? $"\"{left.Value}\" is left: {spanish}" : null;
    }

    private static string? Fault(GuidelineSheet sheet, WorksheetLine line)
    {
        // Letters of areas, and the word that is the same in both.
        string[] same = ["A", "B", "C", "no"];
        if (sheet.Lines.WordsOf(line.Label) is not { Es.Length: > 0, How.Es.Length: > 0 } words) return $"no words: {line.Label}";
        if (EnglishWords().IsMatch(words.Es)) return $"English: {words.Es}";
        if (sheet.Lines.PartOf(line).Title is var part && part.En == part.Es) return $"no Spanish: {part.En}";
        return line.Kind is LineKind.Words or LineKind.YesNo && SheetWords.Cell(line, Tongue.Spanish) == line.Text && !same.Contains(line.Text) ? $"no Spanish: {line.Label}: {line.Text}" : null;
    }

    [GeneratedRegex(@"-?\$?\d+(?:,\d{3})*(?:\.\d+)?(?: %)?")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:the|of|and|is|are|with|for|from|year|month|week|parent|income|support|child|children|paid|pays|owes|not|court|less)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();

    // Of a text's own name nothing is put into Spanish: Iowa Code, Matter of Conway v Gartmond.
    [GeneratedRegex(@"\b(?:our|choice|line|form|table|and|to|before|appendix|convention|year|weeks)\b")]
    private static partial Regex CitationWords();

    [GeneratedRegex("\"(L-[A-Z]+(?:-[A-Z]+)+)\"")]
    private static partial Regex Codes();
}
