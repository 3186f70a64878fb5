using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Access;
using Alimenta.Office.Interest;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A case as programs see it. Its people, orders, receipts and ledger have addresses of their own below it.</summary>
public sealed record CaseAnswer(
    string Number, string Title, string Policy, string Office, string State, string Worker, CaseStatus Status, string IvdType, DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly AsOf, AssistanceStatus Assistance,
    bool FamilyViolence, Money MonthlySupport, Money CurrentDue, IReadOnlyDictionary<string, Money> Arrears, Money ToFamilyThisYear, Money HeldThisYear, Money ChargedThisYear, Money SatisfiedThisYear, IReadOnlyList<HoldRow> Holds, IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<OtherCase> OtherCases);

/// <summary>A person of a case. Numbers are masked; of a person with a family violence indicator nothing is given that tells where the person is.</summary>
public sealed record ParticipantAnswer(
    string Number, string Name, ParticipantRole Role, DateOnly? Born, DateOnly? Died, string MaskedSsn, SsnStatus SsnStatus, bool FamilyViolence, string Language, PersonContact Contact);

/// <summary>What a program wants to see in full.</summary>
/// <param name="What">Which protected data.</param>
/// <param name="Reason">What it is needed for; kept with the record of the read.</param>
public sealed record RevealQuestion(Revealed What, string Reason);

/// <summary>Protected data that can be shown in full.</summary>
public enum Revealed
{
    /// <summary>The Social Security number.</summary>
    Ssn,

    /// <summary>The addresses.</summary>
    Addresses,
}

/// <summary>Words to search for: a name, a Social Security number, a case, order, receipt, check or trace number, an employer.</summary>
public sealed record SearchQuestion(string Words);

/// <summary>Protected data of a person in full.</summary>
public sealed record RevealAnswer(string Person, string? Ssn, IReadOnlyList<AddressRow>? Addresses);

/// <summary>Cases with their people, orders, assistance, receipts and ledger. Each read is recorded before it is answered; nobody reads his own case.</summary>
internal static class CaseApi
{
    public static void MapCaseApi(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").RequireAuthorization(Permissions.CaseRead).WithTags("Cases");
        api.MapPost("/search", SearchAsync).RequireAuthorization(Permissions.CaseRead).WithTags("Cases").WithName("search").WithSummary("Finds cases, people, orders, employers, receipts and payments; the surest first, at most 20 of each")
            .WithDescription("The words are in the body, not in the address, because they may be a name or a number that addresses must not carry.");
        cases.MapGet("", ListAsync).WithName("listCases").WithSummary("Cases by number").WithDescription("status: open or closed. office: its code. with: holds, tasks, late-tasks, arrears or violence.");
        cases.MapGet("/{number}", OneAsync).WithName("getCase").WithSummary("One case with its balances, holds and tasks").Produces<CaseAnswer>();
        cases.MapGet("/{number}/participants", ParticipantsAsync).WithName("listParticipants").WithSummary("The people of a case, identifiers masked").Produces<IReadOnlyList<ParticipantAnswer>>();
        cases.MapPost("/{number}/participants/{person}/reveal", RevealAsync).RequireAuthorization(Permissions.CaseEdit).WithName("revealParticipant")
            .WithSummary("Protected data of one person of a case in full, for a reason that is kept").Produces<RevealAnswer>();
        cases.MapGet("/{number}/orders", OrdersAsync).WithName("listOrders").WithSummary("The orders of a case with their obligations and terms").Produces<IReadOnlyList<CaseOrder>>();
        cases.MapGet("/{number}/assistance", AssistanceAsync).WithName("getAssistance").WithSummary("Assistance of the family, balances brought in and decisions on debt").Produces<CaseAssistance>();
        cases.MapGet("/{number}/receipts", ReceiptsAsync).WithName("listCaseReceipts").WithSummary("What came in for a case, the latest first").Produces<Listing<CaseReceipt>>();
        cases.MapGet("/{number}/interest", InterestAsync).WithName("getInterest").WithSummary("Interest on late support in a case as things stand, payment by payment, and what runs stated of it")
            .WithDescription("It is no part of the balances of the case. by says how interest comes to be owed under the rules of the state; count is null where none is counted, and why says why. stated holds the latest 36 statements.").Produces<CaseInterest>();
    }

    private static Task<SearchResult> SearchAsync(HttpContext http, SearchQuestion question, Search search) => search.FindAsync(http.Caller().Actor, question.Words, http.RequestAborted);

    private static async Task<Listing<CaseRow>> ListAsync(HttpContext http, ListingQuery query, CaseLists lists, Word<CaseStatus>? status = null, int? office = null, string with = "") =>
        query.Of(http, (await lists.ReadAsync(http.Caller().Actor, new(status?.Value, office, with, Whole: true), paging: query.Page, cancel: http.RequestAborted)).Page);

    private static async Task<IResult> OneAsync(HttpContext http, string number, CasePages cases) =>
        (await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted)).Shown(p => new CaseAnswer(
            p.Number, p.Title, p.Policy, p.Office, p.State, p.Worker, p.Status, p.IvdType, p.OpenedOn, p.ClosedOn, p.AsOf, p.Assistance, p.FamilyViolence, p.MonthlySupport, p.Balances.Current, p.Balances.Arrears,
            p.ToFamilyThisYear, p.HeldThisYear, p.ChargedThisYear, p.SatisfiedThisYear, p.Holds, p.Tasks, p.OtherCases));

    private static async Task<IResult> ParticipantsAsync(HttpContext http, string number, CasePages cases, CasePeople people)
    {
        var by = http.Caller().Actor;
        var read = await cases.ReadAsync(by, number, http.RequestAborted);
        if (read.Refusal is { } no) return Answers.NotShown(no);
        var contacts = await people.ReadAsync(by, read.Value, http.RequestAborted);
        return Results.Ok(read.Value.People.Select(p => new ParticipantAnswer(p.Number, p.Name, p.Role, p.Born, p.Died, p.Ssn, p.SsnStatus, p.FamilyViolence, p.Language, contacts[p.Number])).ToList());
    }

    private static async Task<IResult> RevealAsync(HttpContext http, string number, string person, RevealQuestion question, CasePages cases, ProtectedData data)
    {
        var by = http.Caller().Actor;
        var read = await cases.ReadAsync(by, number, http.RequestAborted);
        if (read.Refusal is { } no) return Answers.NotShown(no);
        if (read.Value.People.All(p => p.Number != person))
            return Problems.Of(StatusCodes.Status404NotFound, "W-NO-PARTICIPANT", $"Person {person} is not in case {read.Value.Number}.", "Ask for the participants of the case and use a number from them.", "person");
        if (question.What == Revealed.Addresses)
        {
            var addresses = await data.AddressesAsync(by, person, question.Reason, http.RequestAborted);
            return addresses.Refusal is { } kept ? Problems.From(kept) : Results.Ok(new RevealAnswer(person, null, addresses.Value.Addresses));
        }

        var ssn = await data.SsnAsync(by, person, question.Reason, http.RequestAborted);
        return ssn.Refusal is { } refusal ? Problems.From(refusal) : Results.Ok(new RevealAnswer(person, ssn.Value, null));
    }

    private static async Task<IResult> OrdersAsync(HttpContext http, string number, CasePages cases) =>
        (await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted)).Shown(p => p.Orders);

    private static async Task<IResult> AssistanceAsync(HttpContext http, string number, CasePages cases, CaseAssistances assistances)
    {
        var read = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        return read.Refusal is { } no ? Answers.NotShown(no) : Results.Ok(await assistances.ReadAsync(read.Value, http.RequestAborted));
    }

    private static async Task<IResult> InterestAsync(HttpContext http, string number, CaseInterests interests) => (await interests.ReadAsync(http.Caller().Actor, number, http.RequestAborted)).Shown(i => i);

    private static async Task<IResult> ReceiptsAsync(HttpContext http, string number, ListingQuery query, CaseReceipts receipts) =>
        (await receipts.ReadAsync(http.Caller().Actor, number, query.Page, http.RequestAborted)).Shown(page => query.Of(http, page));
}
