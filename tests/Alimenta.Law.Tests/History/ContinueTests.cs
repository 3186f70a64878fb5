using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Tests.Distribution;

namespace Alimenta.Law.Tests.History;

/// <summary>A play that stops and goes on from its kept state yields the very steps of a play of the whole, wherever it is cut and however often.</summary>
public sealed class ContinueTests
{
    private const int Histories = 400;
    private static readonly DateOnly Began = new(2025, 1, 1);
    private static readonly DateOnly Through = new(2026, 11, 20);
    private static readonly DistributionPolicy Policy = TestPolicy.Us with { FeeMethod = FeeMethod.Retain };

    [Fact]
    public void A_play_cut_on_any_day_goes_on_as_if_it_had_not_been_cut()
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            var dice = new Random(seed);
            var facts = Life(dice);
            var whole = Play(facts, Through);
            var steps = new List<Step>();
            PlayState? kept = null;
            for (var day = Began.AddDays(dice.Next(1, 90)); ; day = day.AddDays(dice.Next(1, 120)))
            {
                if (day > Through) day = Through;
                var known = kept is null ? facts : facts with { Receipts = [.. facts.Receipts.Where(r => new PlayPlace(r.CollectedOn, PlayPlace.Receipt, r.Key) > kept.Last)] };
                var part = kept is null ? Play(known, day) : CirclePlay.Continue(known, kept, (_, _) => Policy, day);
                steps.AddRange(part.Steps);
                kept = PlayStateText.Read(PlayStateText.Write(part.Kept()))!;
                Assert.Equal(PlayStateText.Write(part.Kept()), PlayStateText.Write(kept));
                if (day == Through) break;
            }

            Assert.Equal(whole.Steps.Select(s => s.Content()), steps.Select(s => s.Content()));
            Assert.Equal(PlayStateText.Write(whole.Kept()), PlayStateText.Write(kept));
        }
    }

    [Fact]
    public void The_lives_hold_all_that_a_state_must_keep()
    {
        var states = Enumerable.Range(1, Histories).Select(seed => Play(Life(new Random(seed)), Through).Kept()).ToList();
        Assert.Contains(states, s => s.Futures.Count > 0);
        Assert.Contains(states, s => s.Unreimbursed.Count > 0);
        Assert.Contains(states, s => s.Debts.Any(d => d.Left.IsZero));
        foreach (var counter in new[] { PlayCounter.ArrearsPaid, PlayCounter.ReachedFamily, PlayCounter.FeePaid }) Assert.Contains(states, s => s.Counts.Any(c => c.Counter == counter));
    }

    [Fact]
    public void A_month_that_was_ended_is_not_opened_again()
    {
        var kept = Play(Life(new Random(1)), Through).Kept();
        Assert.Throws<ArgumentOutOfRangeException>(() => CirclePlay.Continue(Life(new Random(1)), kept, (_, _) => Policy, Through.AddMonths(-1)));
    }

    [Fact]
    public void A_text_of_another_version_is_no_state()
    {
        Assert.Null(PlayStateText.Read(""));
        Assert.Null(PlayStateText.Read("[0,[],[]]"));
    }

    [Fact]
    public void A_text_cut_off_anywhere_is_told_from_a_state()
    {
        var text = PlayStateText.Write(Play(Life(new Random(1)), Through).Kept());
        for (var end = 1; end < text.Length; end++) Assert.Throws<FormatException>(() => PlayStateText.Read(text.AsSpan(0, end)));
        Assert.Throws<FormatException>(() => PlayStateText.Read(text.Replace("[1,", "[1,9,", StringComparison.Ordinal)));
    }

    private static Played Play(CircleFacts facts, DateOnly through) => CirclePlay.Run(facts, (_, _) => Policy, through);

    /// <summary>One or two obligors, one or two custodians, up to three cases with odd payments, assistance, foster care, corrections and overpayments.</summary>
    private static CircleFacts Life(Random dice)
    {
        var joint = dice.Next(6) == 0;
        var cases = Enumerable.Range(1, dice.Next(1, 4)).Select(i => new CaseFacts
        {
            Key = $"c{i}", Obligor = joint && i == 2 ? "E" : "F", Custodian = i == 3 ? "N" : "M", Policy = "us", SnapMandatory = dice.Next(3) == 0,
            Obligations =
            [
                new() { Key = $"o{i}", Order = $"{i}", Kind = ObligationKind.Child, Supported = $"k{i}", JointGroup = joint && i <= 2 ? "j" : "", Terms = [new(new(dice.Next(5_000, 60_000)), dice.Next(2) == 0 ? Frequency.Monthly : Frequency.Weekly, new(Began, dice.Next(4) == 0 ? new(2026, 6, 30) : null), Began)] },
                .. dice.Next(3) == 0 ? [new ObligationFacts { Key = $"m{i}", Order = $"{i}", Kind = ObligationKind.Medical, Terms = [new(new(4_000), Frequency.Monthly, new(Began, null), Began)] }] : Array.Empty<ObligationFacts>(),
                .. dice.Next(4) == 0 ? [new ObligationFacts { Key = $"p{i}", Order = $"{i}", Kind = ObligationKind.Payback, Terms = [new(new(5_000), Frequency.Monthly, new(Began, null), Began)] }] : Array.Empty<ObligationFacts>(),
            ],
        }).ToList();
        DateOnly Day() => Began.AddDays(dice.Next(0, Through.DayNumber - Began.DayNumber));
        var spellFrom = Day();
        var spells = dice.Next(2) == 0 ? new List<SpellFacts> { new(AssistanceProgram.Tanf, "M", new(spellFrom, dice.Next(2) == 0 ? spellFrom.AddDays(dice.Next(20, 300)) : null), []) } : [];
        if (dice.Next(4) == 0) spells.Add(new(AssistanceProgram.FosterCare, "M", new(Day(), null), ["k1"], "agency"));
        if (dice.Next(4) == 0) spells.Add(new(AssistanceProgram.Medicaid, "M", new(Day(), null), []));
        var grants = spells.Where(s => s.Program != AssistanceProgram.Medicaid).SelectMany((s, n) => Enumerable.Range(0, 6).Select(m => s.Period.From.AddMonths(m)).Where(d => s.Period.To is null || d <= s.Period.To)
            .Select((d, m) => new GrantFacts($"g{n}-{m}", "M", s.Program, d, SupportMonth.Of(d), new(dice.Next(10_000, 60_000))))).ToList();
        CollectionSource[] sources = [CollectionSource.IncomeWithholding, CollectionSource.IncomeWithholding, CollectionSource.Voluntary, CollectionSource.StateTaxOffset, CollectionSource.FederalTaxOffset];
        return new()
        {
            Cases = cases,
            Spells = spells,
            Grants = grants,
            Adjustments = [.. Enumerable.Range(1, dice.Next(0, 4)).Select(i => new AdjustmentFacts($"a{i}", "c1", "o1", dice.Next(2) == 0 ? DebtPlace.NA : null, SupportMonth.Of(Began).Plus(dice.Next(0, 12)), Day(), new(dice.Next(-20_000, 20_000) is var cents and not 0 ? cents : 1)))
                .Where(a => a.Amount.IsNegative || a.Place is not null)],
            Receipts = [.. Enumerable.Range(1, dice.Next(5, 60)).Select(i => new ReceiptFacts { Key = $"r{i:00}", Obligor = joint && dice.Next(3) == 0 ? "E" : "F", Amount = new(dice.Next(1, dice.Next(8) == 0 ? 900_000 : 70_000)), Source = sources[dice.Next(sources.Length)], CollectedOn = Day(), Case = dice.Next(8) == 0 ? "c1" : "" })],
        };
    }
}
