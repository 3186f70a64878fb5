using System.Globalization;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>Why an entry of a ledger is what it is.</summary>
/// <param name="EntryKey">The entry.</param>
/// <param name="Version">The version that stands; 0 when none does.</param>
/// <param name="Agrees">Whether playing the facts again gives the entry as it is posted, to the cent.</param>
/// <param name="Why">The steps.</param>
public sealed record EntryAnswer(string EntryKey, int Version, bool Agrees, Explanation Why);

/// <summary>Balances of a case as of a day, its ledger, and why each figure is what it is.</summary>
internal static class BalanceApi
{
    public static void MapBalanceApi(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases/{number}").RequireAuthorization(Permissions.CaseRead).WithTags("Balances");
        cases.MapGet("/balances", BalancesAsync).WithName("getBalances").WithSummary("What was owed on a day, by what is known now or was known at an instant").Produces<BalancesAsOf>()
            .WithDescription("on: a day, by default the business date. known_by: an instant in UTC such as 2026-11-20T15:00:00Z; what was recorded later does not count.");
        cases.MapGet("/ledger", LedgerAsync).WithName("listLedger").WithSummary("Lines of the debt book of a case with the running balance, the latest first").Produces<Listing<LedgerRow>>()
            .WithDescription("account: current or a class such as NA. month: 2026-11. from, to: effective days. kind: of the entry. obligation: its key. with_reversed: true shows what was taken back too.");
        cases.MapGet("/balances/{account}/explanation", BalanceWhyAsync).WithName("explainBalance").WithSummary("Why a balance is what it is: every cause with the running figure").Produces<BalanceExplained>()
            .WithDescription("account: current or a class of arrears: NA, PA, TA, CA, UDA, UPA, FC or MED. month: only one month of support.");
        cases.MapGet("/ledger/explanation", EntryWhyAsync).WithName("explainLedgerEntry").WithSummary("Why an entry of the ledger is what it is, made again from the facts").Produces<EntryAnswer>()
            .WithDescription("entry: the entry_key of a line of the ledger.");
    }

    private static async Task<IResult> BalancesAsync(HttpContext http, string number, BalancesOn balances, DateOnly? on = null, string known_by = "")
    {
        DateTime? known = null;
        if (known_by.Length > 0)
        {
            if (!DateTime.TryParseExact(known_by, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
                return Problems.Of(StatusCodes.Status400BadRequest, "W-INSTANT", "known_by is not an instant in UTC.", "Write it as 2026-11-20T15:00:00Z.", "known_by");
            known = instant;
        }

        var read = await balances.ReadAsync(http.Caller().Actor, number, on, known, http.RequestAborted);
        return read.Refusal is { Field: "on" } ahead ? Problems.From(ahead) : read.Shown();
    }

    private static async Task<IResult> LedgerAsync(
        HttpContext http, string number, ListingQuery query, CaseLedgers ledgers, string account = "", string month = "", DateOnly? from = null, DateOnly? to = null, string kind = "", string obligation = "", bool with_reversed = false)
    {
        if (Month(month, out var only) is { } no) return no;
        var read = await ledgers.ReadAsync(http.Caller().Actor, number, new(account, only, from, to, kind, obligation, with_reversed), query.Page, http.RequestAborted);
        return read.Shown(l => query.Of(http, l.Page));
    }

    private static async Task<IResult> BalanceWhyAsync(HttpContext http, string number, string account, CasePages cases, ExplainBalance explain, string month = "")
    {
        if (Month(month, out var only) is { } no) return no;
        var read = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        return read.Refusal is { } refusal ? Answers.NotShown(refusal) : (await explain.RunAsync(read.Value.Number, account, only, http.RequestAborted)).Shown();
    }

    private static async Task<IResult> EntryWhyAsync(HttpContext http, string number, string entry, CasePages cases, EntryWhys whys)
    {
        var read = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        if (read.Refusal is { } no) return Answers.NotShown(no);
        var found = await whys.ReadAsync(read.Value.Number, [entry], http.RequestAborted);
        return found.TryGetValue(entry, out var why) ? Results.Ok(new EntryAnswer(entry, why.Version, why.Agrees, why.Why))
            : Problems.Of(StatusCodes.Status404NotFound, "W-NO-ENTRY", $"The books of case {read.Value.Number} have no entry {entry} that the facts demand.", "Take the entry_key of a line of the ledger that was not taken back.", "entry");
    }

    private static IResult? Month(string text, out SupportMonth? month)
    {
        month = SupportMonth.TryParse(text, out var read) ? read : null;
        return month is not null || text.Length == 0 ? null : Problems.Of(StatusCodes.Status400BadRequest, "W-MONTH", "month is not a month.", "Write it as 2026-11.", "month");
    }
}
