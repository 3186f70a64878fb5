using Alimenta.Data;
using Alimenta.Office.Assistance;
using Alimenta.Office.Intake;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Intake;

/// <summary>Offices and cases: numbers, parties, closing, and circles that form and merge.</summary>
public sealed class CaseTests
{
    [Theory, EachEngine]
    public async Task An_office_opens_once_with_public_payees_that_can_be_paid(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        await using var db = bureau.Store.Read();
        var payees = await db.People.Where(p => p.Kind != PersonKind.Person).ToListAsync();
        Assert.Equal(4, payees.Count);
        Assert.All(await db.BankAccounts.ToListAsync(), a => Assert.Equal(PrenoteStatus.Accepted, a.PrenoteStatus));
        Assert.Equal(4, await db.PayeeMethods.CountAsync(m => m.Method == PaymentMethod.Deposit));
        Assert.Equal(Bureau.Today, (await db.BusinessDays.SingleAsync()).Date);

        var again = await Bureau.Refused(OpenOffice.RunAsync(bureau.Store, bureau.Ask(), new(104, "Alder County", "OR", "41051", Bureau.Today, [])));
        Assert.Equal("R-OFFICE-TAKEN", again.Code);
        var wrong = await Bureau.Refused(OpenOffice.RunAsync(bureau.Store, bureau.Ask(), new(105, "Bend", "OR", "41017", Bureau.Today, [new("A-STATE", "021000022", "1000")])));
        Assert.Equal(("R-ROUTING", "routing"), (wrong.Code, wrong.Field));
    }

    [Theory, EachEngine]
    public async Task Case_numbers_count_by_office_and_year_without_gaps_also_after_a_refusal_and_a_preview(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var people = new[] { await bureau.PersonAsync(), await bureau.PersonAsync(), await bureau.PersonAsync() };
        var first = await bureau.CaseAsync(people[0], people[1]);
        await Bureau.Refused(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(104, Bureau.January, people[0], people[0], [])));
        await Bureau.Must(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(preview: true), new(104, Bureau.January, people[0], people[2], [])));
        var second = await bureau.CaseAsync(people[0], people[2]);

        Assert.Equal([CaseNumber.Make(2026, 104, 1).ToString(), CaseNumber.Make(2026, 104, 2).ToString()], new[] { first, second });
        Assert.Equal(["P00000001", "P00000002", "P00000003"], people);
    }

    [Theory, EachEngine]
    public async Task A_case_that_cannot_be_is_refused_in_words(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (father, mother, child) = (await bureau.PersonAsync(born: new(1990, 1, 1), ssn: "523-45-6789"), await bureau.PersonAsync("Ada"), await bureau.ChildAsync());
        var elder = await bureau.PersonAsync(born: new(1980, 1, 1));
        var number = await bureau.CaseAsync(father, mother, child);

        await Expect("R-CASE-SAME", number, new(104, Bureau.January, father, mother, []));
        await Expect("R-CASE-ONE-PARTY", father, new(104, Bureau.January, father, father, []));
        await Expect("R-CASE-CHILD-PARTY", mother, new(104, Bureau.January, father, mother, [mother]));
        await Expect("R-CASE-CHILD-TWICE", child, new(104, Bureau.January, mother, father, [child, child]));
        await Expect("R-CASE-OBLIGOR", "A-STATE", new(104, Bureau.January, "A-STATE", mother, []));
        await Expect("R-PERSON-UNKNOWN", "P9", new(104, Bureau.January, "P9", mother, []));
        await Expect("R-CASE-OFFICE", "9", new(9, Bureau.January, mother, father, []));
        await Expect("R-DATE-FUTURE", "21 Mar 2026", new(104, Bureau.Today.AddDays(1), mother, father, []));
        await Expect("W-PARENT-AGE", "older", new(104, Bureau.January, father, elder, [elder == mother ? child : await bureau.PersonAsync(born: new(1985, 1, 1))]));
        await Expect("L-NOT-COVERED", "us-zz", new(104, Bureau.January, mother, father, [], Policy: "us-zz"));
        await Expect("R-CASE-NUMBER", "26-104-00001-1", new(104, Bureau.January, mother, father, [], Number: "26-104-00001-1"));

        async Task Expect(string code, string named, OpenCase.Request request)
        {
            var no = await Bureau.Refused(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), request));
            Assert.Equal(code, no.Code);
            Assert.Contains(named, no.What, StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task A_warning_passes_once_it_is_confirmed_with_a_reason(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (father, mother, child) = (await bureau.PersonAsync(born: new(2008, 1, 1)), await bureau.PersonAsync("Ada"), await bureau.PersonAsync(born: new(2018, 1, 1)));
        OpenCase.Request request = new(104, Bureau.January, father, mother, [child]);

        Assert.Equal("W-PARENT-AGE", (await Bureau.Refused(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), request))).Code);
        Assert.Equal("W-PARENT-AGE", (await Bureau.Refused(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(" ", confirmed: "W-PARENT-AGE"), request))).Code);
        await Bureau.Must(OpenCase.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("birth certificate seen", confirmed: "W-PARENT-AGE"), request));
    }

    [Theory, EachEngine]
    public async Task Cases_of_one_obligor_or_one_custodian_are_one_circle_and_others_are_not(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (father, mother, other) = (await bureau.PersonAsync(), await bureau.PersonAsync("Ada"), await bureau.PersonAsync("Ida"));
        await bureau.CaseAsync(father, mother);
        await bureau.CaseAsync(father, other);
        await bureau.CaseAsync(await bureau.PersonAsync(), mother);
        // She owes in another case: her money there has nothing to do with what she is owed here.
        await bureau.CaseAsync(mother, await bureau.PersonAsync());

        await using var db = bureau.Store.Read();
        var circles = await db.Cases.OrderBy(c => c.Number).Select(c => c.CircleId).ToListAsync();
        Assert.Equal(circles[0], circles[1]);
        Assert.Equal(circles[0], circles[2]);
        Assert.NotEqual(circles[0], circles[3]);
    }

    [Theory, EachEngine]
    public async Task Two_circles_with_books_merge_and_nothing_is_posted_again(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var first = await bureau.FamilyAsync(400);
        var second = await bureau.FamilyAsync(300);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Tanf, second.Custodian, Bureau.January)));
        await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Tanf, second.Custodian, SupportMonth.Of(2026, 1), Money.Of(250))));
        await bureau.ReceiveAsync(first.Obligor, 500, new(2026, 1, 10));
        await bureau.ReceiveAsync(second.Obligor, 200, new(2026, 2, 10));
        var before = await StandingAsync(bureau);
        var entries = await CountAsync(bureau);

        // The first father owes the second mother too: both circles become one.
        var child = await bureau.ChildAsync();
        var third = await bureau.CaseAsync(first.Obligor, second.Custodian, child);
        await using (var db = bureau.Store.Read())
        {
            Assert.Single(await db.Cases.Select(c => c.CircleId).Distinct().ToListAsync());
            Assert.Single(await db.CircleMerges.ToListAsync());
        }

        Assert.Equal(before, await StandingAsync(bureau));
        Assert.Equal(entries, await CountAsync(bureau));

        // Now the obligor's earlier money is shared with the new obligation, and only what differs is reversed and posted anew.
        await bureau.MonthlyAsync(third, child, 100, "26DR3");
        Assert.NotEqual(before, await StandingAsync(bureau));
        Assert.Equal("", await bureau.FaultsAsync());

        // A second merge: what became part of the second circle is found from the third.
        var fourth = await bureau.FamilyAsync(50);
        await bureau.ReceiveAsync(fourth.Obligor, 50, new(2026, 1, 5));
        await bureau.CaseAsync(fourth.Obligor, first.Custodian);
        await bureau.ReceiveAsync(second.Obligor, 40, new(2026, 1, 3));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_circle_that_merged_takes_its_merged_ones_along(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (a, b, c) = (await bureau.FamilyAsync(100), await bureau.FamilyAsync(200), await bureau.FamilyAsync(300));
        await bureau.CaseAsync(c.Obligor, b.Custodian);
        await bureau.CaseAsync(b.Obligor, a.Custodian);
        await bureau.ReceiveAsync(c.Obligor, 30, new(2026, 1, 4));
        await using var db = bureau.Store.Read();
        Assert.Equal(3, await db.CircleMerges.CountAsync());
        Assert.Single(await db.Cases.Select(x => x.CircleId).Distinct().ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_case_closes_only_when_its_money_is_gone_and_its_support_ended(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        CloseCase.Request close = new(family.Case, null, Bureau.Today, "the child is of age and no arrears are left");
        await bureau.ReceiveAsync(family.Obligor, 100, new(2026, 1, 10));
        var money = await Bureau.Refused(CloseCase.RunAsync(bureau.Store, bureau.Ask(), close));
        Assert.Equal("R-CLOSE-MONEY", money.Code);
        Assert.Contains("100.00 not paid out", money.What, StringComparison.Ordinal);

        var other = await bureau.FamilyAsync(400);
        close = close with { Case = other.Case };
        Assert.Equal("R-CLOSE-RUNNING", (await Bureau.Refused(CloseCase.RunAsync(bureau.Store, bureau.Ask(), close))).Code);
        await Bureau.Must(EndObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("married"), new(other.Obligation, null, new(2026, 2, 28))));
        Assert.Equal("R-CLOSE-GROUND", (await Bureau.Refused(CloseCase.RunAsync(bureau.Store, bureau.Ask(), close with { Ground = " " }))).Code);
        var owed = await Bureau.Refused(CloseCase.RunAsync(bureau.Store, bureau.Ask(), close));
        Assert.Equal("W-CLOSE-OWED", owed.Code);
        Assert.Contains("800.00", owed.What, StringComparison.Ordinal);
        var closed = await Bureau.Must(CloseCase.RunAsync(bureau.Store, bureau.Ask(confirmed: "W-CLOSE-OWED"), close));
        Assert.Equal("R-CASE-CLOSED", (await Bureau.Refused(CloseCase.RunAsync(bureau.Store, bureau.Ask(), close))).Code);
        Assert.Equal("R-ORDER-CASE-CLOSED", (await Bureau.Refused(bureau.OrderAsync(other.Case, "X"))).Code);

        Assert.Equal("R-CHANGED-MEANWHILE", (await Bureau.Refused(ReopenCase.RunAsync(bureau.Store, bureau.Ask(), new(other.Case, closed.Version - 1, Bureau.Today)))).Code);
        await Bureau.Must(ReopenCase.RunAsync(bureau.Store, bureau.Ask(), new(other.Case, closed.Version, Bureau.Today)));
        await using var db = bureau.Store.Read();
        var id = await db.Cases.Where(c => c.Number == other.Case).Select(c => c.Id).SingleAsync();
        Assert.Equal(["opened", "closed", "reopened"], await db.CaseEvents.Where(e => e.CaseId == id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
    }

    [Theory, EachEngine]
    public async Task People_join_and_leave_a_case(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var child = await bureau.ChildAsync();
        await Bureau.Must(AddParticipant.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, child, ParticipantRole.Child, Bureau.January)));
        Assert.Equal("R-PARTY-SAME", (await Bureau.Refused(AddParticipant.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, child, ParticipantRole.Child, Bureau.January)))).Code);
        Assert.Equal("R-PARTY-FIXED", (await Bureau.Refused(AddParticipant.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, child, ParticipantRole.Obligor, Bureau.January)))).Code);
        await Bureau.Must(EndParticipant.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, child, Bureau.Today)));
        Assert.Equal("R-PARTY-UNKNOWN", (await Bureau.Refused(EndParticipant.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, family.Obligor, Bureau.Today)))).Code);
    }

    private static async Task<string> StandingAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return await db.StandingHashAsync();
    }

    private static async Task<int> CountAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return await db.JournalEntries.CountAsync();
    }
}
