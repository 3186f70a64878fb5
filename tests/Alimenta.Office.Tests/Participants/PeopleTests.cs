using Alimenta.Data;
using Alimenta.Office.Participants;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Participants;

/// <summary>People and what is known of them, changed through slices: history, versions, refusals.</summary>
public sealed class PeopleTests
{
    private static readonly AddressGiven Elm = new("12 Elm St", "", "Portland", "OR", "97201");

    [Theory, EachEngine]
    public async Task A_new_name_keeps_the_old_one_as_an_alias_with_who_when_and_why(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var number = (await Bureau.Must(RecordPerson.RunAsync(bureau.Store, bureau.Ask(), new(PersonKind.Person, new("O'Brien", "Ana"), Ssn: "523-45-6789")))).Number;
        var changed = await Bureau.Must(ChangeName.RunAsync(bureau.Store, bureau.Ask("married", Bureau.Colleague), new(number, 0, new("de la Cruz", "Ana"))));

        await using var db = bureau.Store.Read();
        var person = await db.People.SingleAsync(p => p.Number == number);
        Assert.Equal(("de la Cruz", "DELACRUZ ANA", 1), (person.Last, person.SearchName, person.Version));
        Assert.Equal("OBRIEN ANA", (await db.PersonAliases.SingleAsync()).SearchName);
        var history = (await bureau.HistoryAsync("person")).Where(c => c.EntityId == person.Id).ToList();
        Assert.Equal(2, history.Count);
        Assert.Contains("***6789", history[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain("523456789", history[0].After, StringComparison.Ordinal);
        Assert.Equal((Bureau.Colleague.UserId, "married"), (history[1].UserId, history[1].Why));
        Assert.Contains("O\\u0027Brien", history[1].Before, StringComparison.Ordinal);

        var stale = await Bureau.Refused(ChangeName.RunAsync(bureau.Store, bureau.Ask(), new(number, 0, new("Cruz", "Ana"))));
        Assert.Equal("R-CHANGED-MEANWHILE", stale.Code);
        Assert.Equal("R-NAME-SAME", (await Bureau.Refused(ChangeName.RunAsync(bureau.Store, bureau.Ask(), new(number, changed.Version, new("de la Cruz", "Ana"))))).Code);
        await Bureau.Must(ChangeName.RunAsync(bureau.Store, bureau.Ask(), new(number, null, new("OBrien", "Ana"), AliasOnly: true)));
        Assert.Equal(1, await db.PersonAliases.CountAsync());
    }

    [Theory, EachEngine]
    public async Task A_number_that_another_person_has_is_shown_masked_and_may_be_confirmed(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var first = await bureau.PersonAsync(ssn: "523-45-6789");
        RecordPerson.Request twin = new(PersonKind.Person, new("Brandt", "Lena"), Ssn: "523456789");
        var warning = await Bureau.Refused(RecordPerson.RunAsync(bureau.Store, bureau.Ask(), twin));
        Assert.Equal("W-SSN-TAKEN", warning.Code);
        Assert.Contains(first, warning.What, StringComparison.Ordinal);
        Assert.DoesNotContain("52345", warning.What, StringComparison.Ordinal);
        await Bureau.Must(RecordPerson.RunAsync(bureau.Store, bureau.Ask("both cards seen; the agency was told", confirmed: "W-SSN-TAKEN"), twin));
    }

    [Theory, EachEngine]
    public async Task Two_people_of_one_case_cannot_have_one_number(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (father, mother, child) = (await bureau.PersonAsync(ssn: "523-45-6789"), await bureau.PersonAsync("Ada"), await bureau.ChildAsync());
        await bureau.CaseAsync(father, mother, child);
        Assert.Equal("R-SSN-IN-CASE", (await Bureau.Refused(RecordSsn.RunAsync(bureau.Store, bureau.Ask(), new(child, null, "523-45-6789")))).Code);
        Assert.Equal("R-SSN-NONE", (await Bureau.Refused(RecordSsn.RunAsync(bureau.Store, bureau.Ask(), new(child, null, null, SsnStatus.Verified)))).Code);
        await Bureau.Must(RecordSsn.RunAsync(bureau.Store, bureau.Ask(), new(father, null, null, SsnStatus.Verified)));
        await Bureau.Must(RecordBirth.RunAsync(bureau.Store, bureau.Ask(), new(mother, null, new(1990, 2, 3))));
        Assert.Equal("R-DIED-BEFORE-BIRTH", (await Bureau.Refused(RecordDeath.RunAsync(bureau.Store, bureau.Ask(), new(mother, null, new(1989, 1, 1))))).Code);
        await Bureau.Must(RecordDeath.RunAsync(bureau.Store, bureau.Ask(), new(mother, null, Bureau.Today)));
    }

    [Theory, EachEngine]
    public async Task A_new_address_ends_the_old_one_and_mail_that_came_back_makes_a_task(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var number = await bureau.PersonAsync();
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(number, AddressType.Residence, Elm, "parent", new(2025, 1, 1))));
        var second = await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(number, AddressType.Residence, Elm with { Line1 = "9 Oak St" }, "post office", new(2026, 2, 1), true)));
        Assert.Equal("R-ADDRESS-LATER", (await Bureau.Refused(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(number, AddressType.Residence, Elm, "parent", new(2026, 1, 1))))).Code);
        Assert.Equal("R-ADDRESS-SOURCE", (await Bureau.Refused(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(number, AddressType.Mailing, Elm, " ", new(2026, 1, 1))))).Code);
        await Bureau.Must(MarkAddress.RunAsync(bureau.Store, bureau.Ask("returned by the post office"), new(number, second.RowId, 0, false, true)));

        await using var db = bureau.Store.Read();
        var rows = await db.Addresses.OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([new DateOnly(2026, 1, 31), null], rows.Select(r => r.To));
        Assert.True(rows[1].Bad);
        Assert.Equal("find-address", (await db.Tasks.SingleAsync()).Kind);
        Assert.Equal("R-CHANGED-MEANWHILE", (await Bureau.Refused(MarkAddress.RunAsync(bureau.Store, bureau.Ask(), new(number, second.RowId, 0, true, false)))).Code);
    }

    [Theory, EachEngine]
    public async Task The_same_address_as_the_other_party_is_looked_at_by_a_person(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, AddressType.Residence, Elm, "parent", new(2025, 1, 1))));
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Obligor, AddressType.Residence, Elm with { Line1 = "12 ELM ST." }, "employer", new(2026, 1, 1))));
        await using var db = bureau.Store.Read();
        Assert.Equal("same-address", (await db.Tasks.SingleAsync()).Kind);
    }

    [Theory, EachEngine]
    public async Task Employers_keep_their_names_and_people_work_for_them(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var number = await bureau.PersonAsync(ssn: "523-45-6789");
        await Bureau.Must(RecordEmployer.RunAsync(bureau.Store, bureau.Ask(), new("93-1234567", "Target")));
        await Bureau.Must(RecordEmployer.RunAsync(bureau.Store, bureau.Ask(), new("931234567", "Target Inc.")));
        await Bureau.Must(RecordEmployer.RunAsync(bureau.Store, bureau.Ask(), new("931234567", "Target Stores", Elm, 0)));
        Assert.Equal("R-EMPLOYER-NONE", (await Bureau.Refused(RecordEmployer.RunAsync(bureau.Store, bureau.Ask(), new("94-1234567", "Self-employed")))).Code);
        await Bureau.Must(RecordEmployer.RunAsync(bureau.Store, bureau.Ask(), new("52-3456789", "Okafor Painting")));
        Assert.Equal("W-FEIN-SSN", (await Bureau.Refused(RecordEmployment.RunAsync(bureau.Store, bureau.Ask(), new(number, "52-3456789", Bureau.January, "parent")))).Code);
        Assert.Equal("R-EMPLOYER-UNKNOWN", (await Bureau.Refused(RecordEmployment.RunAsync(bureau.Store, bureau.Ask(), new(number, "94-1234567", Bureau.January, "parent")))).Code);
        var job = await Bureau.Must(RecordEmployment.RunAsync(bureau.Store, bureau.Ask(), new(number, "931234567", Bureau.January, "new hire report")));
        Assert.Equal("R-EMPLOYMENT-SAME", (await Bureau.Refused(RecordEmployment.RunAsync(bureau.Store, bureau.Ask(), new(number, "931234567", Bureau.January, "parent")))).Code);
        await Bureau.Must(EndEmployment.RunAsync(bureau.Store, bureau.Ask(), new(number, job.RowId, 0, Bureau.Today)));

        await using var db = bureau.Store.Read();
        Assert.Equal("TARGET STORES", (await db.Employers.SingleAsync(e => e.Fein == "931234567")).SearchName);
        Assert.Equal(["Target Inc.", "Target"], await db.EmployerAliases.OrderBy(a => a.Id).Select(a => a.Name).ToListAsync());
    }

    [Theory, EachEngine]
    public async Task A_payee_is_paid_as_he_chose_from_a_day_on(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var number = await bureau.PersonAsync();
        var account = await Bureau.Must(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(number, "021000021", "12345678", BankAccountKind.Checking, Bureau.January)));
        Assert.Equal("R-ACCOUNT-SAME", (await Bureau.Refused(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(number, "021000021", "1234-5678", BankAccountKind.Checking, Bureau.January)))).Code);
        await Bureau.Must(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(number, PaymentMethod.Warrant, Bureau.January)));
        Assert.Equal("R-METHOD-ACCOUNT", (await Bureau.Refused(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(number, PaymentMethod.Deposit, Bureau.Today)))).Code);
        Assert.Equal("R-METHOD-KIND", (await Bureau.Refused(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(number, PaymentMethod.Card, Bureau.Today, account.RowId)))).Code);
        Assert.Equal("R-METHOD-FIPS", (await Bureau.Refused(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(number, PaymentMethod.OtherState, Bureau.Today, account.RowId, "5")))).Code);
        await Bureau.Must(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(number, PaymentMethod.Deposit, Bureau.Today, account.RowId)));
        await Bureau.Must(EndBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(number, account.RowId, 0, Bureau.Today)));

        await using var db = bureau.Store.Read();
        var id = await db.People.Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
        var methods = await db.PayeeMethods.Where(m => m.PersonId == id).OrderBy(m => m.Id).ToListAsync();
        Assert.Equal([Bureau.Today.AddDays(-1), null], methods.Select(m => m.To));
        Assert.Equal(PrenoteStatus.None, (await db.BankAccounts.SingleAsync(a => a.PersonId == id)).PrenoteStatus);
        Assert.DoesNotContain("12345678", string.Concat((await bureau.HistoryAsync("bank_account")).Select(c => c.After)), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Whoever_set_the_violence_indicator_cannot_clear_it(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var number = await bureau.PersonAsync();
        await Bureau.Must(SetFamilyViolence.RunAsync(bureau.Store, bureau.Ask(), new(number, null)));
        Assert.Equal("R-VIOLENCE-SAME-USER", (await Bureau.Refused(ClearFamilyViolence.RunAsync(bureau.Store, bureau.Ask(), new(number, null)))).Code);
        Assert.Equal("R-VIOLENCE-WHY", (await Bureau.Refused(ClearFamilyViolence.RunAsync(bureau.Store, bureau.Ask("", Bureau.Colleague), new(number, null)))).Code);
        await Bureau.Must(ClearFamilyViolence.RunAsync(bureau.Store, bureau.Ask("the order was lifted", Bureau.Colleague), new(number, null)));
        await using var db = bureau.Store.Read();
        Assert.False((await db.People.SingleAsync(p => p.Number == number)).FamilyViolence);
    }

    [Theory, EachEngine]
    public async Task A_choice_on_overpayments_leaves_what_was_collected_before_alone(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(100);
        await bureau.ReceiveAsync(family.Obligor, 450, new(2026, 3, 10));
        var before = await FutureAsync(bureau);
        Assert.Equal("R-CHOICE-PAST", (await Bureau.Refused(ChooseOverpayment.RunAsync(bureau.Store, bureau.Ask(), new(family.Obligor, OverpaymentIntent.Refund, Bureau.January)))).Code);
        await Bureau.Must(ChooseOverpayment.RunAsync(bureau.Store, bureau.Ask(), new(family.Obligor, OverpaymentIntent.Refund, Bureau.Today)));
        await bureau.ReceiveAsync(family.Obligor, 70, Bureau.Today);

        Assert.Equal(Money.Of(150), before);
        Assert.Equal(before, await FutureAsync(bureau));
        await using var db = bureau.Store.Read();
        Assert.Equal(Money.Of(70), (await db.Payables.Where(p => p.PayeeKind == PayeeKind.Refund).ToListAsync()).Sum(p => p.Amount));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static async Task<Money> FutureAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return (await db.Holds.Where(h => h.Reason == HoldReason.Future && h.Status == HoldStatus.Active).ToListAsync()).Sum(h => h.Amount);
    }
}
