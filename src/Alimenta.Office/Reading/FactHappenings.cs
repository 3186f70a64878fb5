using System.Globalization;
using System.Text;
using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>The facts that were recorded and changed on a case: what, who, when, why. Changes of one command are told together.</summary>
internal sealed class FactHappenings(Questions ask)
{
    private const string Case = "(select id from case_file where number = @number)";
    private const string Custodian = "(select custodian_id from case_file where number = @number)";
    private const string People = $"(select person_id from participant where case_id = {Case})";
    private const string Obligations = $"(select id from obligation where case_id = {Case})";

    /// <summary>The tables, which of their rows belong to a case, and what a row is called: one, many.</summary>
    private static readonly (string Table, string Rows, string One, string Many)[] Facts =
    [
        ("case_file", Case, "the case", "cases"),
        ("participant", $"(select id from participant where case_id = {Case})", "a person of the case", "people of the case"),
        ("support_order", $"(select id from support_order where case_id = {Case})", "an order", "orders"),
        ("obligation", Obligations, "an obligation", "obligations"),
        ("obligation_term", $"(select id from obligation_term where obligation_id in {Obligations})", "terms of an obligation", "terms of obligations"),
        ("opening_balance", $"(select id from opening_balance where case_id = {Case})", "an opening balance", "opening balances"),
        ("adjustment", $"(select id from adjustment where case_id = {Case})", "an adjustment", "adjustments"),
        ("assistance_spell", $"(select id from assistance_spell where custodian_id = {Custodian})", "a run of assistance", "runs of assistance"),
        ("assistance_grant", $"(select id from assistance_grant where custodian_id = {Custodian})", "assistance of a month", "months of assistance"),
        ("person", People, "a person", "people"),
        ("person_alias", $"(select id from person_alias where person_id in {People})", "another name", "other names"),
        ("address", $"(select id from address where person_id in {People})", "an address", "addresses"),
        ("phone", $"(select id from phone where person_id in {People})", "a telephone number", "telephone numbers"),
        ("employment", $"(select id from employment where person_id in {People})", "work for an employer", "employments"),
        ("bank_account", $"(select id from bank_account where person_id in {People})", "an account", "accounts"),
        ("payee_method", $"(select id from payee_method where person_id in {People})", "how someone is paid", "ways of being paid"),
        ("overpayment_choice", $"(select id from overpayment_choice where person_id in {People})", "a wish for money beyond the debt", "wishes for money beyond the debt"),
        ("receipt", $"(select id from receipt where obligor_id = (select obligor_id from case_file where number = @number))", "a receipt", "receipts"),
    ];

    /// <summary>Tables of whose rows no value is told: they could give away where someone lives or banks.</summary>
    private static readonly HashSet<string> Silent = ["address", "phone", "employment", "bank_account", "person_alias"];

    private static readonly HashSet<string> Untold = ["SearchName", "ManualJson"];

    /// <summary>Asks for the changes before a day.</summary>
    public IReadOnlyList<Change> Ask() => ask.Ask(
        $"""
         select x.command_key, x.entity, x.added, x.n, x.at_time, x.before, x.after, x.why, case when x.user_id <= 0 then 'the program' else coalesce(u.display_name, 'someone') end from (
             select f.command_key, f.entity, case when f.before = '' then 1 else 0 end as added, count(*) as n, min(f.at_time) as at_time, min(f.before) as before, min(f.after) as after, min(f.why) as why, min(f.user_id) as user_id, min(f.id) as id
             from ({string.Join(" union all ", Facts.Select(f => $"select * from fact_change where entity = '{f.Table}' and entity_id in {f.Rows} and at_time < @beforeInstant"))}) as f
             group by f.command_key, f.entity, case when f.before = '' then 1 else 0 end) as x
         left join app_user u on u.id = x.user_id order by x.at_time desc, x.id limit @most
         """, Read);

    /// <summary>Tells the changes: those of one command that are alike in one line.</summary>
    public static IReadOnlyList<CaseHappening> Tell(IReadOnlyList<Change> changes) =>
        [.. changes.GroupBy(c => (c.Command, c.Added)).Select(g => new CaseHappening(g.First().On, HappeningKind.Fact, $"{(g.Key.Added ? "Recorded" : "Changed")}: {Listed([.. g.Select(c => c.What)])}",
            string.Join(" · ", g.Select(c => c.Became).Where(b => b.Length > 0).Append($"by {g.First().Who}").Append(g.First().Why).Where(t => t.Length > 0))))];

    private static string Listed(IReadOnlyList<string> things) => things.Count == 1 ? things[0] : $"{string.Join(", ", things.Take(things.Count - 1))} and {things[^1]}";

    private static Change Read(Row r)
    {
        var (command, entity, added, count, at, before, after, why, who) = (r.Text(), r.Text(), r.Int() == 1, r.Int(), r.Instant(), r.Text(), r.Text(), r.Text(), r.Text());
        var (_, _, one, many) = Facts.First(f => f.Table == entity);
        return new(command, DateOnly.FromDateTime(at), added, count == 1 ? one : $"{count} {many}", !added && count == 1 && !Silent.Contains(entity) ? Changes(before, after) : "", who, why);
    }

    /// <summary>Rows of one table that one command recorded or changed.</summary>
    internal sealed record Change(string Command, DateOnly On, bool Added, string What, string Became, string Who, string Why);

    private static string Changes(string before, string after)
    {
        var (was, became) = (Fields(before), Fields(after));
        return string.Join(", ", became.Where(f => !f.Key.EndsWith("Id", StringComparison.Ordinal) && !Untold.Contains(f.Key))
            .Select(f => $"{Name(f.Key)} from {Value(f.Key, was.GetValueOrDefault(f.Key))} to {Value(f.Key, f.Value)}"));
    }

    private static Dictionary<string, JsonElement> Fields(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];

    private static string Name(string field)
    {
        var text = new StringBuilder();
        foreach (var c in field) text.Append(char.IsUpper(c) && text.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        return text.ToString();
    }

    private static string Value(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "nothing",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number when field.EndsWith("Amount", StringComparison.Ordinal) => new Money(value.GetInt64()).ToString(),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Days.Words(day),
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : "nothing",
        _ => value.ToString(),
    };
}
