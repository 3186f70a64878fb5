using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Names behind the numbers with which commands answer.</summary>
public sealed class Names(AlimentaStore store)
{
    /// <summary>Names of people by their numbers; a number that nobody has is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfPeopleAsync(IEnumerable<string> numbers, CancellationToken cancel = default)
    {
        var wanted = numbers.Distinct().ToList();
        await using var db = store.Read();
        return (await db.People.Where(p => wanted.Contains(p.Number)).ToListAsync(cancel)).ToDictionary(p => p.Number, PersonText.Name);
    }

    /// <summary>Both last names of a case by its number: Okafor / Brandt.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfCasesAsync(IEnumerable<string> numbers, CancellationToken cancel = default)
    {
        var wanted = numbers.Distinct().ToList();
        await using var db = store.Read();
        var rows = await (from c in db.Cases join o in db.People on c.ObligorId equals o.Id join k in db.People on c.CustodianId equals k.Id where wanted.Contains(c.Number) select new { c.Number, Owes = o, Gets = k }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Number, r => $"{Last(r.Owes)} / {Last(r.Gets)}");
    }

    private static string Last(Person person) => person.Kind == PersonKind.Person ? person.Last : person.OrganizationName;
}
