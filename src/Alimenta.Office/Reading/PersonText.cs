using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>How people are named and masked in what is read.</summary>
internal static class PersonText
{
    /// <summary>Columns of a person p that <see cref="Name(Row)"/> reads.</summary>
    public const string NameColumns = "p.kind, p.first, p.last, p.suffix, p.organization_name";

    /// <summary>Reads a name from the columns.</summary>
    public static string Name(Row row) => Name(row.Word<PersonKind>(), row.Text(), row.Text(), row.Text(), row.Text());

    /// <summary>Reads a name from the columns of a person who may be missing; empty then.</summary>
    public static string NameOrNone(Row row)
    {
        var kind = row.WordOrNone<PersonKind>();
        var (first, last, suffix, organization) = (row.Text(), row.Text(), row.Text(), row.Text());
        return kind is { } known ? Name(known, first, last, suffix, organization) : "";
    }

    /// <summary>The name in the order of speech.</summary>
    public static string Name(PersonKind kind, string first, string last, string suffix, string organization) =>
        kind == PersonKind.Person ? string.Join(' ', new[] { first, last, suffix }.Where(p => p.Length > 0)) : organization;

    /// <summary>The name in the order of speech.</summary>
    public static string Name(Person p) => Name(p.Kind, p.First, p.Last, p.Suffix, p.OrganizationName);

    /// <summary>A Social Security number with its last four digits only; empty when there is none.</summary>
    public static string Masked(string? digits) => digits is { Length: 9 } ? $"***-**-{digits[5..]}" : "";
}
