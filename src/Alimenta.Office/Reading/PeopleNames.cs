using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Names of people and agencies by their numbers, for what is shown of a change.</summary>
public sealed class PeopleNames(AlimentaStore store)
{
    /// <summary>The names; a number that nobody has is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> numbers, CancellationToken cancel = default)
    {
        if (numbers.Count == 0) return new Dictionary<string, string>();
        await using var db = store.Read();
        return (await db.People.Where(p => numbers.Contains(p.Number)).ToListAsync(cancel)).ToDictionary(p => p.Number, PersonText.Name, StringComparer.Ordinal);
    }
}
