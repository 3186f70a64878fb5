using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>The payees that stand behind no case: the state's treasury, the federal share, the Medicaid agency, the foster care agency.</summary>
public static class SpecialPeople
{
    /// <summary>Number of the state's treasury.</summary>
    public const string State = "A-STATE";

    /// <summary>Number of the payee of the federal share.</summary>
    public const string Federal = "A-FEDERAL";

    /// <summary>Number of the Medicaid agency.</summary>
    public const string Medicaid = "A-MEDICAID";

    /// <summary>Number of the foster care agency.</summary>
    public const string Agency = "A-FOSTERCARE";

    private static readonly (string Number, string Name, PersonKind Kind)[] All =
    [
        (State, "State treasury: support assigned to the state", PersonKind.State),
        (Federal, "State treasury: federal share of assigned support", PersonKind.State),
        (Medicaid, "Medicaid agency", PersonKind.Agency),
        (Agency, "Foster care agency", PersonKind.Agency),
    ];

    /// <summary>Whether a number is that of one of them.</summary>
    public static bool IsOne(string number) => All.Any(a => a.Number == number);

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">The office was not set up.</exception>
    public static async Task<SpecialPayees> LoadAsync(AlimentaDb db, CancellationToken cancel)
    {
        var numbers = All.Select(a => a.Number).ToList();
        var ids = await db.People.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Id, cancel);
        if (ids.Count < All.Length) throw new InvalidOperationException("The office is not set up: run the setup command first.");
        return new(ids[State], ids[Federal], ids[Medicaid], ids[Agency]);
    }

    /// <summary>Makes those that are not there.</summary>
    public static async Task EnsureAsync(CommandContext ctx)
    {
        var there = await ctx.Db.People.AsNoTracking().Where(p => p.Number.StartsWith("A-")).Select(p => p.Number).ToListAsync(ctx.Cancel);
        foreach (var (number, name, kind) in All.Where(a => !there.Contains(a.Number)))
            ctx.Add(new Person { Number = number, Kind = kind, OrganizationName = name, SearchName = name.ToUpperInvariant() });
    }
}
