using System.CommandLine;
using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;

namespace Alimenta.Cli.Commands;

/// <summary>Says why an amount is what it is. Every look is noted in the audit log before anything is shown.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var database = Shared.Database();
        var json = Shared.Json();
        (database.Recursive, json.Recursive) = (true, true);
        return new("explain", "Say why an amount is what it is: made again from the facts, with the law of each step. That it was looked at is noted in the audit log.")
        {
            database, json, Balance(database, json), Receipt(database, json), Entry(database, json), Due(database, json), Hold(database, json), Selection(database, json), Interest(database, json),
        };
    }

    private static Command Balance(Option<string?> database, Option<bool> json)
    {
        var number = new Argument<string>("CASE") { Description = "The number of the case." };
        var account = new Option<string?>("--account") { Description = "current, NA, PA, TA, CA, UDA, UPA, FC or MED; left out: all that ever held something." };
        var month = new Option<string?>("--month") { Description = "One month of support, as 2026-05." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "What was owed at the end of this day, as it is known now." };
        var command = new Command("balance", "Why a case owes what it owes.") { number, account, month, asOf };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.balance", "case"), async (store, _) =>
        {
            SupportMonth? only = null;
            if (parsed.GetValue(month) is { } text)
            {
                if (!SupportMonth.TryParse(text, out var read)) return new Refusal("R-EXPLAIN-MONTH", $"{text} is no month.", "Write it as 2026-05.", "", "month");
                only = read;
            }

            var told = new List<BalanceExplained>();
            foreach (var code in parsed.GetValue(account) is { } one ? [one] : Accounts.Arrears.Prepend(Accounts.Current).Select(a => a.Code))
            {
                var balance = await new ExplainBalance(store).AsOfAsync(parsed.GetValue(number)!, code, parsed.GetValue(asOf), only, cancel);
                if (balance.Refusal is { } refusal) return refusal;
                if (parsed.GetValue(account) is not null || balance.Value.Causes.Count > 0) told.Add(balance.Value);
            }

            var name = CaseNumber.TryParse(parsed.GetValue(number), out var parsedNumber) ? parsedNumber.ToString() : "";
            var all = new CaseExplained(name, parsed.GetValue(asOf), told.Sum(b => b.BalanceCents), told.All(b => b.Agrees), told);
            return new Told(name, all, all.Agrees, terminal => ExplainWords.Say(terminal, all));
        }, cancel));
        return command;
    }

    private static Command Receipt(Option<string?> database, Option<bool> json)
    {
        var key = new Argument<string>("RECEIPT") { Description = "Its key (in quotes), or its number." };
        var command = new Command("receipt", "What happened to money that came in: whose it is, which debts it paid, when it is due.") { key };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.receipt", "receipt"), async (store, law) =>
        {
            var told = await new ExplainReceipt(store, new PolicyDesk(law)).RunAsync(parsed.GetValue(key)!, cancel);
            return told.Refusal is { } no ? no : new Told(told.Value.Receipt, told.Value, told.Value.Agrees, terminal => ExplainWords.Say(terminal, told.Value));
        }, cancel));
        return command;
    }

    private static Command Entry(Option<string?> database, Option<bool> json)
    {
        var key = new Argument<string>("KEY") { Description = "The key of the entry (in quotes), as a receipt or a balance names it." };
        var command = new Command("entry", "Why an entry of the ledger is what it is.") { key };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.entry", "entry"), async (store, law) =>
        {
            var told = await new Explain(store, new PolicyDesk(law)).EntryAsync(parsed.GetValue(key)!, cancel);
            return told.Refusal is { } no ? no : new Told(told.Value.Key, told.Value, told.Value.Agrees, terminal => ExplainWords.Say(terminal, told.Value));
        }, cancel));
        return command;
    }

    private static Command Due(Option<string?> database, Option<bool> json)
    {
        var id = new Argument<long>("PAYABLE") { Description = "The number of the payable, as a receipt names it." };
        var command = new Command("due", "Why money of a payee is due on its day.") { id };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.due", "payable"), async (store, law) =>
        {
            var told = await new ExplainWaiting(store, new PolicyDesk(law)).DueAsync(parsed.GetValue(id), cancel);
            return told.Refusal is { } no ? no : new Told(Number(told.Value.PayableId), told.Value, told.Value.Agrees || !told.Value.AmountCents.IsPositive, terminal => ExplainWords.Say(terminal, told.Value));
        }, cancel));
        return command;
    }

    private static Command Hold(Option<string?> database, Option<bool> json)
    {
        var id = new Argument<long>("HOLD") { Description = "The number of the hold, as a receipt names it." };
        var command = new Command("hold", "Why money waits, and until when.") { id };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.hold", "hold"), async (store, law) =>
        {
            var told = await new ExplainWaiting(store, new PolicyDesk(law)).HoldAsync(parsed.GetValue(id), cancel);
            return told.Refusal is { } no ? no : new Told(Number(told.Value.HoldId), told.Value, told.Value.Agrees, terminal => ExplainWords.Say(terminal, told.Value));
        }, cancel));
        return command;
    }

    private static Command Selection(Option<string?> database, Option<bool> json)
    {
        var number = new Argument<string>("CASE") { Description = "The number of a case of the obligor." };
        var command = new Command("selection", "For which remedies an obligor would be selected as things stand, and why not.") { number };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.selection", "case"), async (store, law) =>
        {
            var told = await new SelectionCheck(store, new PolicyDesk(law)).AskOfCaseAsync(parsed.GetValue(number)!, cancel);
            return told.Refusal is { } no ? no : new Told(told.Value.Case, told.Value, true, terminal => SelectionWords.Say(terminal, told.Value.States));
        }, cancel));
        return command;
    }

    private static Command Interest(Option<string?> database, Option<bool> json)
    {
        var number = new Argument<string>("CASE") { Description = "The number of the case." };
        var command = new Command("interest", "What interest on late support comes to in a case as things stand, and why, or why none is counted.") { number };
        command.SetAction((parsed, cancel) => RunAsync(parsed, database, json, new("explain.interest", "case"), async (store, law) =>
        {
            var told = await new InterestDesk(store, new PolicyDesk(law)).OfCaseAsync(parsed.GetValue(number)!, cancel);
            return told.Refusal is { } no ? no : new Told(told.Value.Case, told.Value, true, terminal => InterestWords.Say(terminal, told.Value));
        }, cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, Option<string?> database, Option<bool> json, Look look, Func<AlimentaStore, LawStore, Task<Outcome<Told>>> explain, CancellationToken cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
    {
        var opened = await Shared.OpenThereAsync(parsed.GetValue(database), cancel);
        if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
        terminal.Report("Making it again from the facts");
        var told = await explain(opened.Value, law);
        if (told.Refusal is { } no) return terminal.Refuse(no);
        await opened.Value.Audit.ReadAsync(Shared.Actor("explain"), look.Action, look.Kind, told.Value.Id, cancel: cancel);
        terminal.Done();
        told.Value.Say(terminal);
        terminal.Value(told.Value.Value);
        return told.Value.Agrees ? 0 : 1;
    });

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>How a look is noted.</summary>
    private sealed record Look(string Action, string Kind);

    /// <summary>What is told of what.</summary>
    private sealed record Told(string Id, object Value, bool Agrees, Action<Terminal> Say);
}

/// <summary>What a case owes, by account.</summary>
internal sealed record CaseExplained(string Case, DateOnly? AsOf, Money BalanceCents, bool Agrees, IReadOnlyList<BalanceExplained> Balances);
