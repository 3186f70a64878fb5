using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Worksheets;
using Alimenta.Web.Pages.Calculator;

namespace Alimenta.Web.Tests;

/// <summary>The questions of each state against the rule that they fill: every fact is asked for, every answer comes back as its fact, every refusal finds its field.</summary>
public sealed class CalculatorFlowTests
{
    public static TheoryData<string> States => ["or", "ny", "ia"];

    private static IEnumerable<LawCase> Cases(string state) => LawCases.BuiltIn().Where(c => c.Rule == $"{state}/guideline");

    [Theory, MemberData(nameof(States))]
    public void Every_question_fills_a_fact_of_its_kind_and_offers_its_words(string state)
    {
        var flow = Flow.Of(state)!;
        List<string> wrong = [];
        foreach (var (path, question) in CalculatorAnswers.Questions(flow))
        {
            if (CalculatorAnswers.TypeOf(path, flow) is not { } type)
            {
                wrong.Add($"{path}: no such fact");
                continue;
            }

            if (!CalculatorAnswers.Fits(question, type)) wrong.Add($"{path}: {question.Kind} for {type.Name}");
            var word = type.IsGenericType ? type.GetGenericArguments()[0] : type;
            if (word.IsEnum) wrong.AddRange(question.Options.Where(o => !CalculatorAnswers.Words(word).Contains(o.Value)).Select(o => $"{path}: {o.Value} is no word of it"));
            if (question.Preset.Length > 0 && question.Options.Count > 0 && question.Options.All(o => o.Value != question.Preset)) wrong.Add($"{path}: {question.Preset} cannot be chosen");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("or")]
    [InlineData("ny", "income[].item maintenance_received", "income[].item maintenance_paid", "per once", "equal_time_custodian caretaker", "maintenance.paid_by caretaker")]
    [InlineData("ia")]
    public void Every_fact_of_the_rule_and_every_word_of_it_can_be_answered(string state, params string[] apart)
    {
        var flow = Flow.Of(state)!;
        var asked = CalculatorAnswers.Questions(flow).ToLookup(q => q.Path, q => q.Question);
        List<string> missing = [];
        Walk(RuleCatalog.BuiltIn.Find(flow.State.Rule)!.Facts, "");
        // What a step of its own asks for is not offered twice, and nothing that the rule always refuses.
        Assert.DoesNotContain(missing, m => !apart.Any(a => m.EndsWith(a, StringComparison.Ordinal)));

        void Walk(Type type, string path)
        {
            foreach (var member in LawJson.Options.GetTypeInfo(type).Properties.Where(p => p.Set is not null))
            {
                var (at, inner) = ($"{path}{member.Name}", Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
                var info = LawJson.Options.GetTypeInfo(inner);
                var item = info.Kind == JsonTypeInfoKind.Enumerable ? Nullable.GetUnderlyingType(info.ElementType!) ?? info.ElementType! : null;
                if (info.Kind == JsonTypeInfoKind.Object) Walk(inner, at + ".");
                else if (item is not null && LawJson.Options.GetTypeInfo(item).Kind == JsonTypeInfoKind.Object) Walk(item, at + "[].");
                else if (!asked.Contains(at)) missing.Add(at);
                else if ((item ?? inner).IsEnum) missing.AddRange(CalculatorAnswers.Words(item ?? inner).Where(w => !asked[at].Any(q => q.Options.Any(o => o.Value == w)) && !CalculatorAnswers.IsFixed(flow, at, w)).Select(w => $"{at} {w}"));
            }
        }
    }

    /// <summary>Families of the law's own cases, published ones among them, typed into the form: the result is the same to the cent and to the line.</summary>
    [Theory, MemberData(nameof(States))]
    public void Every_case_of_the_law_can_be_typed_in_and_comes_out_the_same(string state)
    {
        var flow = Flow.Of(state)!;
        var (same, authority) = (0, 0);
        foreach (var one in Cases(state).Where(c => c.Refusal.Length == 0))
        {
            var asked = CalculatorAnswers.Ask(flow, one);
            Assert.True(asked.Answer is not null, $"{one.Id}: {string.Join("; ", asked.Wrongs.Select(w => w.Words))}\n{asked.Filled.Facts.ToJsonString()}");
            var expected = RuleCatalog.BuiltIn.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!;
            Assert.Equal(Sorted(expected.Value), Sorted(asked.Answer!.Value));
            same++;
            if (one.Authority) authority++;
        }

        Assert.True(same >= 15 && authority >= 4, $"{same} cases, {authority} published");
    }

    // The form asks for the common items of income first, so the lines of a parent may come in another order.
    private static List<string> Sorted(JsonNode value) =>
        [.. value.AsObject().SelectMany(m => m.Key == "lines" ? m.Value!.AsArray().Select(l => l!.ToJsonString()).Order(StringComparer.Ordinal) : (IEnumerable<string>)[$"{m.Key}: {m.Value?.ToJsonString()}"])];

    [Theory]
    [InlineData("or", 11)]
    [InlineData("ny", 12)]
    [InlineData("ia", 12, "L-IA-SCHEDULE-ROW")]
    public void Every_refusal_has_plain_words_in_both_languages_and_a_field(string state, int least, params string[] ofNoField)
    {
        var flow = Flow.Of(state)!;
        HashSet<string> seen = [];
        foreach (var one in Cases(state).Where(c => c.Refusal.Length > 0))
        {
            var english = CalculatorAnswers.Ask(flow, one);
            // A family that the form cannot even hold, such as a word that no list offers.
            if (!english.Wrongs.Any(w => w.Words.Contains($"({one.Refusal})", StringComparison.Ordinal))) continue;
            seen.Add(one.Refusal);
            Assert.All(english.Wrongs, w => Assert.True(w.Step >= 0 != ofNoField.Contains(one.Refusal), $"{one.Id}: {w}"));
            var spanish = CalculatorAnswers.Ask(flow, one, Tongue.Spanish);
            Assert.All(spanish.Wrongs, w => Assert.DoesNotContain("en inglés", w.Words, StringComparison.Ordinal));
            Assert.NotEqual(english.Wrongs[0].Words, spanish.Wrongs[0].Words);
        }

        Assert.True(seen.Count >= least, $"{seen.Count}: {string.Join(", ", seen)}");
    }

    [Fact]
    public void All_words_are_there_in_both_languages()
    {
        // The same in both: names, signs, and words that are.
        string[] same = ["", "–", "No", "Plan"];
        var words = States.SelectMany(s => CalculatorAnswers.Phrases(Flow.Of(s)!)).ToList();
        foreach (var holder in (Type[])[typeof(CalculatorWords), typeof(CurveWords), typeof(SheetWords)])
            words.AddRange(holder.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Phrase)).Select(f => (Phrase)f.GetValue(null)!));
        Assert.True(words.Count > 400, $"{words.Count}");
        Assert.DoesNotContain(words, w => w.En.Length > 0 && (w.Es.Length == 0 || (w.En == w.Es && !same.Contains(w.En))));
        Assert.DoesNotContain(words, w => w.En.Contains('{', StringComparison.Ordinal) != w.Es.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_typed_stays_in_the_facts_as_it_was_for_the_rule_to_refuse()
    {
        var flow = Flow.Of("or")!;
        var facts = CalculatorAnswers.Fill(flow, ("parent_a.income_cents", "12a"), ("parent_b.income_cents", "-5"), ("minor_children", "two"), ("parent_a.overnights_hundredths", "91.255"), ("child_care[0].cost_cents", "10"), ("child_care[0].born-month", "2"), ("child_care[0].born-day", "31"), ("child_care[0].born-year", "2020")).Facts;
        Assert.Equal("12a", facts["parent_a"]!["income_cents"]!.GetValue<string>());
        Assert.Equal(-500, facts["parent_b"]!["income_cents"]!.GetValue<long>());
        Assert.Equal("two", facts["minor_children"]!.GetValue<string>());
        Assert.Equal("91.255", facts["parent_a"]!["overnights_hundredths"]!.GetValue<string>());
        Assert.Equal("2020-02-31", facts["child_care"]![0]!["born"]!.GetValue<string>());
    }

    [Fact]
    public void What_stands_there_at_first_makes_no_row_and_no_group()
    {
        Assert.Equal("""{"parent_a":{"incarceration":"none"},"parent_b":{"incarceration":"none"},"court":"family_court"}""", CalculatorAnswers.Fill(Flow.Of("ny")!).Facts.ToJsonString());
        var one = CalculatorAnswers.Fill(Flow.Of("ny")!, ("parent_a.income.fica[0].amount_cents", "100"), ("maintenance.amount_cents", "50"));
        Assert.Equal("""[{"item":"fica","amount_cents":10000,"per":"yearly"}]""", one.Facts["parent_a"]!["income"]!.ToJsonString());
        Assert.Equal("""{"amount_cents":5000,"per":"monthly"}""", one.Facts["maintenance"]!.ToJsonString());
        Assert.Equal("parent_a.income.fica[0].amount_cents", one.FieldOf("parent_a.income[0].amount_cents"));
        Assert.Equal("maintenance.paid_by", one.FieldOf("maintenance.paid_by"));
        Assert.Equal("above_cap.method", one.FieldOf("above_cap"));
        Assert.Equal("", one.FieldOf("nothing"));
    }

    [Fact]
    public void Each_picture_goes_from_left_to_right_over_what_was_stated()
    {
        var asked = CalculatorAnswers.Ask(Flow.Of("or")!, Cases("or").Single(c => c.Id == "sole-custody-payer-premium"));
        var curves = Flow.Of("or")!.Curves(asked.Filled.Facts);
        Assert.Equal(["overnights", "income-a", "income-b"], curves.Select(c => c.Id));
        foreach (var curve in curves)
        {
            var data = curve.Drawn(Flow.Of("or")!.State, RuleCatalog.BuiltIn, asked.Answer!.AsOf, PartyNames.None, Tongue.English).Data;
            var here = Assert.Single(Enumerable.Range(0, data.Places.Count), i => data.Places[i].IsHere);
            Assert.Equal(Money.Of(506), data.Lines[0].Values[here]);
            Assert.Equal(Money.Zero, data.Lines[1].Values[here]);
        }

        var nights = curves[0].Drawn(Flow.Of("or")!.State, RuleCatalog.BuiltIn, asked.Answer!.AsOf, PartyNames.None, Tongue.English).Data.Lines[0].Values;
        Assert.True(nights[0]!.Value > nights[^1]!.Value);
        Assert.Equal(["income-a", "income-b"], Flow.Of("ny")!.Curves(CalculatorAnswers.Ask(Flow.Of("ny")!, Cases("ny").First(c => c.Refusal.Length == 0)).Filled.Facts).Select(c => c.Id));
    }

    [Theory]
    [InlineData(85_000_00, 100_000_00, 10_000_00, 170_000_00)]
    [InlineData(3_200_00, 6_000_00, 500_00, 6_500_00)]
    [InlineData(0, 3_000_00, 200_00, 3_000_00)]
    [InlineData(0, 100_00, 100_00, 100_00)]
    public void Incomes_of_a_picture_rise_in_round_steps(long yours, long least, long step, long end)
    {
        var amounts = Curve.Amounts(yours, least).ToList();
        Assert.Equal((0, step, end), (amounts[0], amounts[1], amounts[^1]));
        Assert.Contains(yours, amounts);
        Assert.True(amounts.Count <= 26);
    }

    [Fact]
    public void A_gap_in_a_picture_says_why()
    {
        var flow = Flow.Of("ia")!;
        var asked = CalculatorAnswers.Ask(flow, Cases("ia").First(c => c.Refusal.Length == 0));
        var gaps = flow.Curves(asked.Filled.Facts).SelectMany(c => c.Drawn(flow.State, RuleCatalog.BuiltIn, asked.Answer!.AsOf, PartyNames.None, Tongue.English).Gaps).Select(g => g.Code).Distinct();
        Assert.Equal(["L-IA-SCHEDULE-ROW"], gaps);
    }
}
