using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Shows protected data of one person, for a reason that is recorded before it is shown.</summary>
public sealed class ProtectedData(AlimentaStore store)
{
    private const int LeastReason = 3;

    /// <summary>The whole Social Security number.</summary>
    public async Task<Outcome<string>> SsnAsync(Actor by, string person, string reason, CancellationToken cancel = default)
    {
        if (Reasonless(reason) is { } refusal) return refusal;
        await using var db = store.Read();
        var found = await db.People.Where(p => p.Number == person).Select(p => new { p.SsnDigits }).SingleOrDefaultAsync(cancel);
        if (found is null) return Unknown(person);
        if (found.SsnDigits is not { Length: 9 } digits) return new Refusal("R-NO-SSN", "No Social Security number is on record for this person.", "Enter it when you know it.");
        await store.Audit.ReadAsync(by, "person.ssn", "person", person, reason, cancel);
        return $"{digits[..3]}-{digits[3..5]}-{digits[5..]}";
    }

    /// <summary>The addresses, also of a person with a family violence indicator.</summary>
    public async Task<Outcome<PersonAddresses>> AddressesAsync(Actor by, string person, string reason, CancellationToken cancel = default)
    {
        if (Reasonless(reason) is { } refusal) return refusal;
        await using var db = store.Read();
        if (!await db.People.AnyAsync(p => p.Number == person, cancel)) return Unknown(person);
        var rows = await db.Addresses.Where(a => db.People.Any(p => p.Id == a.PersonId && p.Number == person)).OrderByDescending(a => a.From).ThenByDescending(a => a.Id).ToListAsync(cancel);
        await store.Audit.ReadAsync(by, "person.address", "person", person, reason, cancel);
        return new PersonAddresses(person, [.. rows.Select(AddressRow.Of)]);
    }

    private static Refusal? Reasonless(string reason) => reason.Trim().Length >= LeastReason ? null
        : new("R-REVEAL-REASON", "A reason is needed to see protected data.", "Say in a few words what you need it for.", "26 USC 6103; 42 USC 654(26)", "reason");

    private static Refusal Unknown(string person) => new("R-REVEAL-PERSON", $"There is no person {person}.", "Search for the name.");
}

/// <summary>The addresses of a person.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="Addresses">The latest first.</param>
public sealed record PersonAddresses(string Person, IReadOnlyList<AddressRow> Addresses);

/// <summary>An address.</summary>
public sealed record AddressRow(AddressType Type, string Line1, string Line2, string City, string State, string Zip, string Country, string Source, DateOnly From, DateOnly? To, bool Verified, bool Bad)
{
    internal static AddressRow Of(Address a) => new(a.Type, a.Line1, a.Line2, a.City, a.State, a.Zip, a.Country, a.Source, a.From, a.To, a.Verified, a.Bad);

    /// <summary>The address on one line.</summary>
    public string OneLine => string.Join(", ", new[] { Line1, Line2, $"{City}, {State} {Zip}".Trim(' ', ',') }.Where(p => p.Length > 0));
}
