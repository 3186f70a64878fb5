using Alimenta.Data;
using Alimenta.Office.Participants;

namespace Alimenta.Office.Exchange;

/// <summary>People, employers and accounts of a caseload file, by the rules by which a worker enters them.</summary>
internal sealed class DraftPeople(CaseloadDraft draft)
{
    private readonly Dictionary<string, string> _ssns = new(StringComparer.Ordinal);

    public void Build()
    {
        foreach (var row in draft.Rows("office")) Office(row);
        foreach (var row in draft.Rows("person")) Person(row);
        foreach (var row in draft.Rows("employer")) Employer(row);
        foreach (var row in draft.Rows("alias")) Alias(row);
        foreach (var row in draft.Rows("overpayment_choice")) Choice(row);
        foreach (var row in draft.Rows("address")) Address(row);
        foreach (var row in draft.Rows("phone")) Phone(row);
        foreach (var row in draft.Rows("employer_alias")) EmployerAlias(row);
        foreach (var row in draft.Rows("employment")) Employment(row);
        foreach (var row in draft.Rows("account")) Account(row);
        foreach (var row in draft.Rows("method")) Method(row);
    }

    private void Office(CaseloadRow row)
    {
        if (draft.Offices.ContainsKey(row.Whole("code"))) return;
        var name = NameText.Clean(row.Text("name"));
        if (!draft.Faults.Passes(row, Intake.OpenOffice.Check(row.Whole("code"), name, row.Text("state"), row.Text("fips")))) return;
        var office = draft.Add(draft.New.Offices, new Alimenta.Data.Office { Code = row.Whole("code"), Name = name, State = row.Text("state"), Fips = row.Text("fips").Trim() });
        draft.Offices[office.Code] = office;
    }

    private void Person(CaseloadRow row)
    {
        var number = row.Text("number");
        var kind = row.Word("kind", PersonKind.Person);
        var human = kind == PersonKind.Person;
        var name = new NameGiven(row.Text("last"), row.Text("first"), row.Text("middle"), row.Text("suffix"), row.Text("first").Length == 0).Clean();
        var firm = NameText.Clean(row.Text("organization"));
        if (!draft.Faults.Passes(row, RecordPerson.CheckNumber(number))) return;
        if (draft.People.ContainsKey(number))
        {
            // The public payees are made with the office; a file that carries them finds them there.
            if (human || !Accounting.SpecialPeople.IsOne(number)) draft.Faults.Passes(row, new("R-IMPORT-PERSON-THERE", $"Person {number} is there already.", "Take the line out; what is on record is changed on the person's page.", Field: "number"));
            return;
        }

        if (!draft.Faults.Passes(row, human ? NameRules.Check(name) : NameRules.CheckFirm(firm, "organization"))) return;
        if (!draft.Faults.Passes(row, IdentityRules.Born(row.DateOr("born"), draft.Today))) return;
        if (!draft.Faults.Passes(row, IdentityRules.Died(row.DateOr("died"), row.DateOr("born"), draft.Today))) return;
        string? ssn = null;
        if (row.TextOr("ssn") is { } text)
        {
            var read = IdentityRules.Ssn(text);
            if (!draft.Faults.Passes(row, read.Refusal)) return;
            ssn = read.Value;
            if (!_ssns.TryAdd(ssn, number)) draft.Faults.Warn(row, new("W-IMPORT-SSN-TAKEN", $"Person {_ssns[ssn]} of this file has the same Social Security number (***-**-{ssn[^4..]}).", "Check whether it is the same person.", Field: "ssn"));
        }

        if (human) draft.Faults.Warn(row, NameRules.Warning(name));
        draft.People[number] = draft.Add(draft.New.People, new Person
        {
            Number = number, Kind = kind, First = human ? name.First : "", Middle = human ? name.Middle : "", Last = human ? name.Last : "", Suffix = human ? name.Suffix : "", OrganizationName = human ? "" : firm,
            Born = row.DateOr("born"), Died = row.DateOr("died"), SsnDigits = ssn, SsnStatus = row.Word("ssn_status", SsnStatus.Unverified), FamilyViolence = row.Flag("family_violence"),
            Language = NameText.Clean(row.Text("language")), SearchName = human ? NameText.Search(name.Last, name.First, name.Middle) : NameText.SearchFirm(firm),
        });
    }

    private void Alias(CaseloadRow row)
    {
        var name = new NameGiven(row.Text("last"), row.Text("first"), row.Text("middle"), "", row.Text("first").Length == 0).Clean();
        if (!draft.Faults.Passes(row, NameRules.Check(name)) || draft.PersonOf(row, "person") is not { } person) return;
        draft.Add(draft.New.Aliases, new PersonAlias { PersonId = person.Id, First = name.First, Middle = name.Middle, Last = name.Last, SearchName = NameText.Search(name.Last, name.First, name.Middle) });
    }

    private void Choice(CaseloadRow row)
    {
        if (draft.PersonOf(row, "person") is { } person)
            draft.Add(draft.New.Choices, new OverpaymentChoice { PersonId = person.Id, Intent = row.Word<OverpaymentIntent>("intent"), From = row.Date("from") });
    }

    private void Address(CaseloadRow row)
    {
        var kind = row.Word<AddressType>("kind");
        var given = new AddressGiven(row.Text("line1"), row.Text("line2"), row.Text("city"), row.Text("state"), row.Text("zip"), row.TextOr("country") ?? "US").Clean();
        if (!draft.Faults.Passes(row, AddressRules.Check(given)) || draft.PersonOf(row, "person") is not { } person) return;
        if (!draft.Apart(row, person.Id, $"{Naming.Snake(kind.ToString())} address", new(row.Date("from"), row.DateOr("to")))) return;
        draft.Add(draft.New.Addresses, new Address
        {
            PersonId = person.Id, Type = kind, Line1 = given.Line1, Line2 = given.Line2, City = given.City, State = given.State, Zip = given.Zip, Country = given.Country, Source = NameText.Clean(row.Text("source")),
            From = row.Date("from"), To = row.DateOr("to"), Verified = row.Flag("verified"), Bad = row.Flag("bad"),
        });
    }

    private void Phone(CaseloadRow row)
    {
        var number = ContactRules.Phone(row.Text("number"));
        if (!draft.Faults.Passes(row, number.Refusal) || !draft.Faults.Passes(row, DateChecks.Backwards(row.Date("from"), row.DateOr("to"))) || draft.PersonOf(row, "person") is not { } person) return;
        draft.Add(draft.New.Phones, new Phone { PersonId = person.Id, Number = number.Value, Kind = NameText.Clean(row.Text("kind")), From = row.Date("from"), To = row.DateOr("to") });
    }

    private void Employer(CaseloadRow row)
    {
        var fein = ContactRules.Fein(row.Text("fein"));
        var name = NameText.Clean(row.Text("name"));
        if (!draft.Faults.Passes(row, fein.Refusal) || !draft.Faults.Passes(row, NameRules.CheckFirm(name, "name")) || !draft.Faults.Passes(row, ContactRules.NoEmployer(name))) return;
        if (draft.Employers.ContainsKey(fein.Value)) return;
        var at = new AddressGiven(row.Text("line1"), row.Text("line2"), row.Text("city"), row.Text("state"), row.Text("zip")).Clean();
        if (at.Line1.Length + at.City.Length > 0 && !draft.Faults.Passes(row, AddressRules.Check(at))) return;
        draft.Employers[fein.Value] = draft.Add(draft.New.Employers, new Employer
        {
            Fein = fein.Value, Name = name, SearchName = NameText.SearchFirm(name), Line1 = at.Line1, Line2 = at.Line2, City = at.City, State = at.State, Zip = at.Zip,
        });
    }

    private void EmployerAlias(CaseloadRow row)
    {
        var name = NameText.Clean(row.Text("name"));
        if (!draft.Faults.Passes(row, NameRules.CheckFirm(name, "name")) || EmployerOf(row) is not { } employer) return;
        draft.Add(draft.New.EmployerAliases, new EmployerAlias { EmployerId = employer.Id, Name = name, SearchName = NameText.SearchFirm(name) });
    }

    private void Employment(CaseloadRow row)
    {
        if (draft.PersonOf(row, "person") is not { } person || EmployerOf(row) is not { } employer) return;
        if (!draft.Apart(row, person.Id, $"employment at {employer.Fein}", new(row.Date("from"), row.DateOr("to")))) return;
        draft.Add(draft.New.Employments, new Alimenta.Data.Employment { PersonId = person.Id, EmployerId = employer.Id, From = row.Date("from"), To = row.DateOr("to"), Source = NameText.Clean(row.Text("source")) });
    }

    private void Account(CaseloadRow row)
    {
        var (routing, account) = (BankRules.Routing(row.Text("routing")), BankRules.Account(row.Text("account")));
        if (!draft.Faults.Passes(row, routing.Refusal) || !draft.Faults.Passes(row, account.Refusal) || draft.PersonOf(row, "person") is not { } person) return;
        if (!draft.Faults.Passes(row, DateChecks.Backwards(row.Date("from"), row.DateOr("to")))) return;
        if (IsSetUp(person)) return;
        var key = (person.Id, routing.Value, account.Value);
        if (draft.Accounts.ContainsKey(key))
        {
            draft.Faults.Passes(row, new("R-IMPORT-ACCOUNT-SAME", "The person has this account already.", "Take the line out.", Field: "account"));
            return;
        }

        draft.Accounts[key] = draft.Add(draft.New.Accounts, new BankAccount
        {
            PersonId = person.Id, Routing = routing.Value, AccountNumber = account.Value, Kind = row.Word<BankAccountKind>("kind"), PrenoteStatus = row.Word("prenote", PrenoteStatus.None),
            PrenoteOn = row.DateOr("prenote_on"), From = row.Date("from"), To = row.DateOr("to"),
        });
    }

    private void Method(CaseloadRow row)
    {
        if (draft.PersonOf(row, "person") is not { } person || IsSetUp(person)) return;
        var method = row.Word<PaymentMethod>("method");
        BankAccount? account = null;
        if (method != PaymentMethod.Warrant)
        {
            var (routing, number) = (BankRules.Routing(row.Text("routing")), BankRules.Account(row.Text("account")));
            if (!draft.Faults.Passes(row, routing.Refusal) || !draft.Faults.Passes(row, number.Refusal)) return;
            if (!draft.Accounts.TryGetValue((person.Id, routing.Value, number.Value), out account))
            {
                draft.Faults.Passes(row, new("R-IMPORT-ACCOUNT", "The person has no such account, neither in this file nor on record.", "Add the account.", Field: "account"));
                return;
            }
        }

        if (method == PaymentMethod.OtherState && !Fips.TryParse(row.Text("fips"), out _))
        {
            draft.Faults.Passes(row, new("R-IMPORT-FIPS", "The other state's office has a locator code of five or seven digits.", "Enter its code.", Field: "fips"));
            return;
        }

        if (!draft.Apart(row, person.Id, "payment method", new(row.Date("from"), row.DateOr("to")))) return;
        draft.Add(draft.New.Methods, new PayeeMethod { PersonId = person.Id, Method = method, BankAccountId = account?.Id, Fips = row.TextOr("fips"), From = row.Date("from"), To = row.DateOr("to") });
    }

    /// <summary>A public payee whose way of payment was set up with the office: the office's own holds.</summary>
    private bool IsSetUp(Person person) => Accounting.SpecialPeople.IsOne(person.Number) && draft.SetUp.Contains(person.Id);

    private Employer? EmployerOf(CaseloadRow row)
    {
        var fein = ContactRules.Fein(row.Text("fein"));
        if (!draft.Faults.Passes(row, fein.Refusal)) return null;
        if (draft.Employers.TryGetValue(fein.Value, out var employer)) return employer;
        draft.Missing(row, "fein", "employer", fein.Value);
        return null;
    }
}
