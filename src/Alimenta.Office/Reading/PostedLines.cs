namespace Alimenta.Office.Reading;

/// <summary>Where lines of the journal are looked for: every entry that touches a case is posted for its circle, or for one that became part of it.</summary>
internal static class PostedLines
{
    /// <summary>The condition on lines l that chooses the entries of the case @number and of those joined with it.</summary>
    public static readonly string OfThisCase = OfCases("c.number = @number");

    /// <summary>The same for any cases c.</summary>
    /// <param name="which">The condition on c.</param>
    public static string OfCases(string which) => $"""
        l.circle_id <> 0 and l.circle_id in (select c.circle_id from case_file c where {which} union all select m.from_id from circle_merge m join case_file c on c.circle_id = m.into_id where {which})
        """;

    /// <summary>The condition on lines l that leaves out what was taken back, and what took it back.</summary>
    public const string Standing = "l.reverses_version is null and not exists (select 1 from journal_entry r where r.key = l.entry_key and r.reverses_version = l.version)";
}
