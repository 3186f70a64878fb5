using Alimenta.Cli.Commands;
using Alimenta.Office.Accounting;

namespace Alimenta.Cli;

/// <summary>Explanations as a tree of plain text: sentences, each with its law, below what they explain.</summary>
internal static class ExplainWords
{
    public static void Say(Terminal terminal, CaseExplained told)
    {
        terminal.Say($"Case {told.Case} {(told.AsOf is { } day ? $"owed {told.BalanceCents} at the end of {Days.Words(day)}" : $"owes {told.BalanceCents}")}.");
        foreach (var balance in told.Balances) Say(terminal, balance);
        if (told.Balances.Count == 0) terminal.Say("Nothing ever was due on it.");
    }

    public static void Say(Terminal terminal, ReceiptExplained told)
    {
        terminal.Say($"Receipt {told.Receipt}: {told.AmountCents}, received {Days.Words(told.ReceivedOn)}");
        foreach (var entry in told.Entries) Say(terminal, entry, "  ");
        foreach (var due in told.Payables) Say(terminal, due, "  ");
        foreach (var hold in told.Holds) Say(terminal, hold, "  ");
    }

    public static void Say(Terminal terminal, EntryExplained told, string indent = "")
    {
        terminal.Say($"{indent}Entry {told.Key}, {told.Kind}{(told.Version > 1 ? $", version {told.Version}" : "")}: {told.PostedCents} from {Days.Words(told.EffectiveOn)}{(told.Standing ? "" : ", taken back")}");
        foreach (var part in told.Parts) terminal.Say($"{indent}  {part.Amount} of case {part.Case}: {part.Bucket}{(part.Month == SupportMonth.Undated ? "" : $" of {part.Month.Words}")}, to {Word(part.To)} ({part.Rule})");
        Tree(terminal, told.Why, indent + "  ");
        terminal.Say(told.Agrees ? $"{indent}  Made again: {told.RecomputedCents}, the same to the cent." : $"{indent}  NOT THE SAME: posted {told.PostedCents}, made again {told.RecomputedCents}.");
    }

    public static void Say(Terminal terminal, DueExplained told, string indent = "")
    {
        terminal.Say($"{indent}Payable {told.PayableId}: {told.AmountCents}, due {Days.Words(told.DueOn)}, counted from {Days.Words(told.CountedFrom)} by {told.Clock}");
        Tree(terminal, told.Why, indent + "  ");
        if (!told.Agrees && told.AmountCents.IsPositive) terminal.Say($"{indent}  NOT THE SAME: the clock gives another day.");
    }

    public static void Say(Terminal terminal, HoldExplained told, string indent = "")
    {
        terminal.Say($"{indent}Hold {told.HoldId}, {Word(told.Reason)}: {told.AmountCents}, looked at again {Days.Words(told.ReviewOn)}{(told.ReleaseOn is { } day ? $", released {Days.Words(day)}" : "")}");
        Tree(terminal, told.Why, indent + "  ");
        if (!told.Agrees) terminal.Say($"{indent}  NOT THE SAME: the rule gives another day.");
    }

    private static void Say(Terminal terminal, BalanceExplained told)
    {
        terminal.Say();
        terminal.Say($"{told.Account}: {told.BalanceCents}. {told.Says}");
        if (told.LeftOut > 0) terminal.Say($"  {told.LeftOut:N0} earlier causes are left out.");
        foreach (var cause in told.Causes)
        {
            terminal.Say($"  {Days.Iso(cause.On)} {cause.AmountCents,14} {cause.BalanceCents,14}  {cause.Words}{Law(cause.Citation)}");
            terminal.Say($"  {"",40}  entry {cause.EntryKey}");
        }

        Tree(terminal, told.Why, "  ");
        if (!told.Agrees) terminal.Say($"  NOT THE SAME: {told.StoredCents} is stored.");
    }

    internal static void Tree(Terminal terminal, Explanation why, string indent)
    {
        terminal.Say($"{indent}{why.Rule}{Law(why.Citation)}");
        var number = 1;
        foreach (var step in why.Steps) terminal.Say($"{indent}  {number++}. {step.Sentence}{Law(step.Citation)}");
        foreach (var read in why.Parameters) terminal.Say($"{indent}  read {read.Id} = {read.Value}, since {Days.Iso(read.From)}{Law(read.Citation)}");
        foreach (var child in why.Children) Tree(terminal, child, indent + "  ");
    }

    private static string Law(string citation) => citation.Length == 0 ? "" : $" [{citation}]";

    /// <summary>A word of the program as people write it: other state, joint offset.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => System.Text.RegularExpressions.Regex.Replace(value.ToString(), "(?<!^)([A-Z])", " $1").ToLowerInvariant();
}
