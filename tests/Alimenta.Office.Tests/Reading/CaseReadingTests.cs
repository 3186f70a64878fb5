using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;
using Alimenta.Office.Reading;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Reading;

public sealed class CaseReadingTests(ReadCounty lived) : IClassFixture<ReadCounty>
{
    [Theory, EachEngine]
    public async Task The_page_of_a_case_tells_who_what_is_owed_and_where_the_last_payment_went(string engine)
    {
        var county = lived.On(engine);
        var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.First.Number.Replace("-", "", StringComparison.Ordinal))).Value;

        Assert.Equal("Okafor1 / Brandt1", page.Title);
        Assert.Equal(("Multnomah", "OR", new DateOnly(2026, 4, 20)), (page.Office, page.State, page.AsOf));
        Assert.Equal(AssistanceStatus.Never, page.Assistance);
        Assert.Equal(["Daniel Okafor1", "Lena Brandt1", "Mara Brandt1"], page.People.Select(p => p.Name));
        Assert.Equal(("***-**-0001", "Harlow Mills"), (page.People[0].Ssn, page.People[0].Employer));
        Assert.Equal("1 Elm St, Portland, OR 97201", page.People[1].Address);
        Assert.Equal(6, page.People[2].Age);
        var obligation = Assert.Single(Assert.Single(page.Orders).Obligations);
        Assert.Equal(("Mara Brandt1", Money.Of(400)), (obligation.Supported, Assert.Single(obligation.Terms).Amount));
        Assert.Equal(Money.Of(400), page.MonthlySupport);
        Assert.Equal(Money.Of(1600), page.ChargedThisYear);
        Assert.Equal(page.LastPayment!.Parts.Sum(p => p.Amount), page.LastPayment.PaidTo.Sum(p => p.Amount));
        Assert.All(page.LastPayment.Parts, p => Assert.Equal(page.Number, p.Case));
        var other = Assert.Single(page.OtherCases);
        Assert.Equal((county.Second.Number, "obligor"), (other.Number, other.Shares));
        Assert.Equal([HoldReason.JointOffset], page.Holds.Select(h => h.Reason));
        Assert.True(Assert.Single(page.Tasks).Late);
        Assert.Equal("opened", Assert.Single(page.Events).Kind);
        Assert.False(page.FamilyViolence);
    }

    [Theory, EachEngine]
    public async Task The_balances_of_the_page_are_those_of_the_ledger(string engine)
    {
        var county = lived.On(engine);
        foreach (var number in new[] { county.First.Number, county.Second.Number, county.Third.Number, county.Fourth.Number })
        {
            var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, number)).Value;
            var ledger = (await new CaseLedgers(county.Store).ReadAsync(ReadCounty.Reader, number, new())).Value;
            var chart = (await new CaseCharts(county.Store).ReadAsync(ReadCounty.Reader, number)).Value;
            Assert.Equal(page.Balances.Total, ledger.Balance);
            Assert.Equal(page.Balances.ArrearsTotal, chart.OwedToFamily[^1] + chart.Assigned[^1]);
        }
    }

    [Theory, EachEngine]
    public async Task What_went_to_the_family_this_year_is_what_its_distributions_gave_it(string engine)
    {
        var county = lived.On(engine);
        var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.Third.Number)).Value;
        await using var db = county.Store.Read();
        var payables = await db.Payables.Where(p => p.CaseId == county.Third.CaseId && p.PayeeKind == PayeeKind.Family && p.Status != PayableStatus.Void).ToListAsync();
        var recoveries = await db.Recoveries.Where(r => r.PayeeId == county.Third.CustodianId).ToListAsync();
        Assert.Equal(payables.Sum(p => p.Amount) - recoveries.Sum(r => r.Amount), page.ToFamilyThisYear);
        Assert.Equal(AssistanceStatus.Former, page.Assistance);
    }

    [Theory, EachEngine]
    public async Task What_is_held_for_a_family_is_told_apart_from_what_was_paid_to_it(string engine)
    {
        var county = lived.On(engine);
        foreach (var number in new[] { county.First.Number, county.Second.Number, county.Third.Number, county.Fourth.Number })
        {
            var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, number)).Value;
            var receipts = (await new CaseReceipts(county.Store).ReadAsync(ReadCounty.Reader, number)).Value.Items;
            Assert.Equal((page.SentThisYear, page.HeldThisYear), (receipts.Sum(r => r.ToFamily), receipts.Sum(r => r.Held)));
            Assert.Equal(page.ToFamilyThisYear, page.SentThisYear + page.HeldThisYear);
            Assert.True(page.SatisfiedThisYear <= page.ChargedThisYear, number);
        }

        var nobody = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.Fourth.Number)).Value;
        Assert.Equal((Money.Zero, Money.Of(380), Money.Of(380)), (nobody.SentThisYear, nobody.HeldThisYear, nobody.SatisfiedThisYear));
        var waits = Assert.Single((await new CaseReceipts(county.Store).ReadAsync(ReadCounty.Reader, county.Fourth.Number)).Value.Items);
        Assert.Equal((Money.Zero, Money.Of(380), (HoldReason?)HoldReason.NoAddress), (waits.ToFamily, waits.Held, waits.HeldFor));
        Assert.Null(waits.HeldUntil);
        Assert.NotNull(waits.ReviewOn);
        var joint = (await new CaseReceipts(county.Store).ReadAsync(ReadCounty.Reader, county.First.Number)).Value.Items.Single(r => r.Source == ReceiptSource.FederalTaxOffset);
        Assert.Equal((HoldReason?)HoldReason.JointOffset, joint.HeldFor);
        Assert.NotNull(joint.HeldUntil);
        var why = (await new CaseWhys(county.Store, county.County.Policies).ReadAsync(nobody))!.Family;
        Assert.Equal("Of this year's $380.00, $380.00 is held and $0.00 was paid out or is on its way.", why.Steps[^1].Sentence);
    }

    [Theory, EachEngine]
    public async Task The_timeline_tells_each_payment_that_the_family_got(string engine)
    {
        var county = lived.On(engine);
        await using var db = county.Store.Read();
        var told = 0;
        foreach (var family in new[] { county.First, county.Second, county.Third, county.Fourth })
        {
            var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, family.Number)).Value;
            var payables = await db.Payables.Where(p => p.CaseId == family.CaseId && p.PayeeKind == PayeeKind.Family).Join(db.Disbursements, p => p.DisbursementId, d => d.Id, (p, d) => new { d.Id, d.On, p.Amount }).ToListAsync();
            var expected = payables.GroupBy(p => (p.Id, p.On)).Select(g => $"{g.Key.On:O} {g.Sum(p => p.Amount)}");
            var timeline = await new CaseTimelines(county.Store).ReadAsync(ReadCounty.Reader, page, HappeningKind.Money);
            var actual = timeline.Items.Where(h => h.What.Contains(" paid to ", StringComparison.Ordinal) || h.What.Contains(" made ready for ", StringComparison.Ordinal)).Select(h => $"{h.On:O} {h.What.Split(' ')[0]}").ToList();
            Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
            Assert.Null(timeline.Before);
            told += actual.Count;
        }

        Assert.True(told > 2, $"{told} payments");
    }

    [Theory]
    [InlineData(2026, 8, 7, "")]
    [InlineData(2026, 9, 8, " and $800.00 of 2 months more, July 2026 to August 2026")]
    [InlineData(2026, 12, 11, " and $2,000.00 of 5 months more, July 2026 to November 2026")]
    public async Task The_months_from_which_a_debt_is_add_up_to_it(int year, int month, int months, string rest)
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var county = await Accounting.SmallCounty.OpenAsync(database, new(year, month, 2));
        var family = await county.FamilyAsync(400, new(2026, 1, 1));
        await county.ReceiveAsync(family, 400);
        var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, family.Number)).Value;
        var (amount, why) = (await new CaseWhys(county.Store, county.Policies).ReadAsync(page))!.Classes["NA"];
        var sentence = why.Steps[^1].Sentence;
        Assert.Equal(Money.Of(400 * months), amount);
        Assert.StartsWith($"{amount} is left: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith($"{rest}.", sentence, StringComparison.Ordinal);
        var parts = System.Text.RegularExpressions.Regex.Matches(sentence[sentence.IndexOf(':', StringComparison.Ordinal)..], "\\$([0-9,]+)\\.00").Sum(m => int.Parse(m.Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(400 * months, parts);
    }

    [Theory, EachEngine]
    public async Task Where_a_protected_person_lives_is_never_on_the_page(string engine)
    {
        var county = lived.On(engine);
        var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.Fourth.Number)).Value;
        Assert.True(page.FamilyViolence);
        Assert.DoesNotContain("Secret", System.Text.Json.JsonSerializer.Serialize(page, AlimentaJson.Options), StringComparison.Ordinal);

        var mother = page.People.Single(p => p.FamilyViolence).Number;
        var guard = new ProtectedData(county.Store);
        Assert.Equal("R-REVEAL-REASON", (await guard.AddressesAsync(ReadCounty.Reader, mother, " ")).Refusal!.Code);
        Assert.Equal("9 Secret Rd, Bend, OR 97701", Assert.Single((await guard.AddressesAsync(ReadCounty.Reader, mother, "to serve papers")).Value.Addresses).OneLine);
        Assert.Equal("500-00-0004", (await guard.SsnAsync(ReadCounty.Reader, page.People[0].Number, "to match a file")).Value);
        await using var db = county.Store.Read();
        Assert.Equal(["to serve papers", "to match a file"], await db.AuditEvents.Where(a => a.Action.StartsWith("person.")).OrderBy(a => a.Seq).Select(a => a.Detail).ToListAsync());
    }

    [Theory, EachEngine]
    public async Task Nobody_opens_his_own_case(string engine)
    {
        var county = lived.On(engine);
        var himself = new Actor(22, "D. Okafor");
        Assert.Equal("R-OWN-CASE", (await new CasePages(county.Store).ReadAsync(himself, county.First.Number)).Refusal!.Code);
        Assert.Equal("R-OWN-CASE", (await new CaseLedgers(county.Store).ReadAsync(himself, county.Second.Number, new())).Refusal!.Code);
        Assert.Equal("R-OWN-CASE", (await new CaseCharts(county.Store).ReadAsync(himself, county.Second.Number)).Refusal!.Code);
        Assert.True((await new CasePages(county.Store).ReadAsync(himself, county.Third.Number)).Ok);
    }

    [Theory, EachEngine]
    public async Task A_number_that_no_case_has_is_refused(string engine)
    {
        var store = lived.On(engine).Store;
        foreach (var number in new[] { "", "26-104-00001-0", "'; drop table person; --", CaseNumber.Make(2026, 104, 99999).ToString() })
            Assert.Equal("R-NO-CASE", (await new CasePages(store).ReadAsync(ReadCounty.Reader, number)).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task The_running_balance_does_not_depend_on_the_page(string engine)
    {
        var county = lived.On(engine);
        var ledgers = new CaseLedgers(county.Store);
        var whole = (await ledgers.ReadAsync(ReadCounty.Reader, county.Third.Number, new(WithReversed: true))).Value;
        var running = Money.Zero;
        foreach (var row in whole.Page.Items.Reverse()) Assert.Equal(running += row.Amount, row.Balance);
        Assert.Contains(whole.Page.Items, r => r.Reversal);

        var pieces = new List<LedgerRow>();
        for (var page = 1; page <= whole.Page.Total; page++) pieces.AddRange((await ledgers.ReadAsync(ReadCounty.Reader, county.Third.Number, new(WithReversed: true), new(page, 3))).Value.Page.Items);
        Assert.Equal(whole.Page.Items, pieces);
    }

    [Theory, EachEngine]
    public async Task Filters_choose_lines_and_leave_the_balance_true(string engine)
    {
        var county = lived.On(engine);
        var ledgers = new CaseLedgers(county.Store);
        async Task<CaseLedger> Ask(LedgerFilter filter) => (await ledgers.ReadAsync(ReadCounty.Reader, county.First.Number, filter)).Value;

        var current = await Ask(new(Account: Accounts.Current.Code));
        Assert.All(current.Page.Items, r => Assert.Equal("current", r.Account));
        var april = await Ask(new(From: new(2026, 4, 1), To: new(2026, 4, 30)));
        Assert.All(april.Page.Items, r => Assert.Equal(4, r.EffectiveOn.Month));
        Assert.Equal((await Ask(new())).Balance, april.Page.Items[0].Balance);
        var month = await Ask(new(Month: SupportMonth.Of(2026, 1)));
        Assert.All(month.Page.Items, r => Assert.Equal(SupportMonth.Of(2026, 1), r.Month));
        var charges = await Ask(new(Kind: EntryKinds.Charge));
        Assert.Equal(4, charges.Page.Total);
        Assert.Equal(Money.Of(1600), charges.Page.Items.Sum(r => r.Amount));
    }

    [Theory, EachEngine]
    public async Task The_chart_adds_up_month_by_month(string engine)
    {
        var county = lived.On(engine);
        var chart = (await new CaseCharts(county.Store).ReadAsync(ReadCounty.Reader, county.Third.Number)).Value;
        Assert.Equal([SupportMonth.Of(2026, 2), SupportMonth.Of(2026, 3), SupportMonth.Of(2026, 4)], chart.Months);
        Assert.Equal([Money.Of(250), Money.Of(250), Money.Of(250)], chart.Charged);
        var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.Third.Number)).Value;
        Assert.Equal(chart.Charged.Sum() - chart.Paid.Sum(), page.Balances.Total);
    }
}
