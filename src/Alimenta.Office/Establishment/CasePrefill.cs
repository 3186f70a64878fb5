using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>What the record of a case can fill in, with where each value comes from.</summary>
internal sealed class CasePrefill
{
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Says)> _sources = [];

    private CasePrefill()
    {
    }

    /// <summary>The texts by the place of their fact.</summary>
    public IReadOnlyDictionary<string, string> Typed => _typed;

    /// <summary>Where each of them comes from.</summary>
    public IReadOnlyList<(string Path, string Says)> Sources => _sources;

    /// <summary>Fills in what the case knows.</summary>
    /// <param name="db">The database.</param>
    /// <param name="file">The case.</param>
    /// <param name="determination">The determination: its state, law date and parents.</param>
    /// <param name="law">The law on the law date.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CasePrefill> OfAsync(AlimentaDb db, CaseFile file, Determination determination, LawOn law, CancellationToken cancel)
    {
        var filled = new CasePrefill();
        var children = await (from p in db.Participants join who in db.People on p.PersonId equals who.Id where p.CaseId == file.Id && p.Role == ParticipantRole.Child && p.To == null orderby who.Born, who.Id select who).AsNoTracking().ToListAsync(cancel);
        var minors = children.Where(c => SupportedChildren.IsMinor(c, law)).ToList();
        switch (determination.State)
        {
            case "or": await filled.OregonAsync(db, file, determination, children, minors, law, cancel); break;
            case "ny": filled.NewYork(determination, minors); break;
            default: filled.Iowa(minors, file.CustodianId == determination.OtherParentId); break;
        }

        if (determination.State != "or")
            foreach (var place in determination.OtherParentId is null ? (string[])["parent_a"] : ["parent_a", "parent_b"]) filled.Earns(determination.State, place);
        return filled;
    }

    // The line for what most people have, its amount still to be entered: a parent of whom nothing was said is not one without income.
    private void Earns(string state, string place)
    {
        if (state == "ny") _typed[$"{place}.income[0].item"] = "gross_income";
        else _typed[$"{place}.incomes[0].kind"] = "wages";
    }

    private async Task OregonAsync(AlimentaDb db, CaseFile file, Determination determination, List<Person> children, List<Person> minors, LawOn law, CancellationToken cancel)
    {
        Set("minor_children", Number(minors.Count), $"The case has {Called(minors)} under 18 on the law date.");
        var older = children.Except(minors).Where(c => SupportedChildren.MayAttendSchool(c, law)).ToList();
        if (older.Count > 0) Set("children_attending_school", "0", $"{Called(older)} may attend school: count them here when they do and an order says so.");
        var nights = Number(law.Whole("or/guidelines/parenting-time/nights-a-year"));
        var with = determination.OtherParentId is null ? "caretaker" : "parent_b";
        if (with == "parent_b") Set("parent_a.overnights_hundredths", "0", "No parenting plan or order is on record, so the one with whom the children live has all the time (OAR 137-050-0730).");
        Set($"{with}.overnights_hundredths", nights, "The children live with the one who receives. No parenting plan or order is on record (OAR 137-050-0730).");
        await OthersAsync(db, file, determination.ObligorId, "parent_a", cancel);
        if (determination.OtherParentId is { } other) await OthersAsync(db, file, other, "parent_b", cancel);
        await SpousalAsync(db, file, determination, law, cancel);
    }

    /// <summary>Children of a parent in other cases for whom that parent is ordered to pay.</summary>
    private async Task OthersAsync(AlimentaDb db, CaseFile file, long parent, string place, CancellationToken cancel)
    {
        var rows = await (from o in db.Obligations
                          join c in db.Cases on o.CaseId equals c.Id
                          where c.ObligorId == parent && c.Id != file.Id && c.Status == CaseStatus.Open && o.Kind == ObligationKind.Child && o.SupportedPersonId != null && (o.EndsOn == null || o.EndsOn >= file.OpenedOn)
                              && !db.Participants.Any(p => p.CaseId == file.Id && p.PersonId == o.SupportedPersonId)
                          select new { c.Number, o.SupportedPersonId }).Distinct().ToListAsync(cancel);
        if (rows.Count > 0)
            Set($"{place}.non_joint_children", Number(rows.Select(r => r.SupportedPersonId).Distinct().Count()), $"Ordered to pay for other children in {string.Join(", ", rows.Select(r => r.Number).Distinct().Order(StringComparer.Ordinal))}. Children in the household are not on record.");
    }

    private async Task SpousalAsync(AlimentaDb db, CaseFile file, Determination determination, LawOn law, CancellationToken cancel)
    {
        var spousal = await db.Obligations.AsNoTracking().Where(o => o.CaseId == file.Id && o.Kind == ObligationKind.Spousal && (o.EndsOn == null || o.EndsOn >= law.Date)).ToListAsync(cancel);
        var monthly = Money.Zero;
        foreach (var obligation in spousal)
        {
            var terms = await db.ObligationTerms.AsNoTracking().Where(t => t.ObligationId == obligation.Id).ToListAsync(cancel);
            monthly += TermRules.Compose(terms, obligation.ProratePartial).Where(t => t.Period.Contains(law.Date)).Sum(ChargeSchedule.MonthlyEquivalent);
        }

        if (!monthly.IsPositive) return;
        var says = $"Spousal support ordered in this case: obligation {string.Join(", ", spousal.Select(o => o.NaturalKey))}.";
        Set("parent_a.spousal_support_owed_cents", WrittenFacts.Amount(monthly), says);
        if (determination.OtherParentId is not null) Set("parent_b.spousal_support_due_cents", WrittenFacts.Amount(monthly), says);
    }

    private void NewYork(Determination determination, List<Person> children)
    {
        foreach (var (child, i) in children.Select((c, i) => (c, i)))
        {
            Child(child, $"children[{Number(i)}]");
            Set($"children[{Number(i)}].lives_with", determination.OtherParentId is null ? "caretaker" : "parent_b", "The children live with the one who receives.");
        }
    }

    private void Iowa(List<Person> children, bool withParent)
    {
        foreach (var (child, i) in children.Select((c, i) => (c, i)))
        {
            Child(child, $"children[{Number(i)}]");
            if (withParent) Set($"children[{Number(i)}].care", "parent_b", "The children live with the one who receives.");
        }
    }

    private void Child(Person child, string place)
    {
        Set($"{place}.name", child.First, $"Person {child.Number} of the case.");
        if (child.Born is { } born) Set($"{place}.born", WrittenFacts.Day(born), $"Day of birth of person {child.Number} as recorded.");
    }

    private void Set(string path, string text, string says)
    {
        _typed[path] = text;
        _sources.Add((path, says));
    }

    private static string Called(List<Person> people) => people.Count == 0 ? "no children" : string.Join(", ", people.Select(p => People.Called(p)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
