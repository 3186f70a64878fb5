using System.Globalization;
using System.Text;
using Alimenta.Testing;

namespace Alimenta.Ledger.Tests;

/// <summary>The pages of docs/accounting, made of the code. ALIMENTA_UPDATE_GOLDEN=1 writes them; without it a stale page fails.</summary>
public sealed class Pages
{
    [Fact]
    public void The_chart_of_accounts_is_the_code() => Check("chart-of-accounts.md", Chart());

    [Fact]
    public void The_recipes_are_the_code() => Check("recipes.md", RecipePage());

    private static void Check(string name, string text)
    {
        var file = Path.Combine(Repository.Root, "docs", "accounting", name);
        if (Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Chart()
    {
        var page = new StringBuilder("""
            # Chart of accounts

            There are two linked books. The **debt book** says what is owed, per obligation, arrears class and month. The **custody book** says
            whose the money in hand is. A debit is above nothing, a credit below. The lines of an entry sum to zero in each book that it touches, and an
            entry that touches both stands or falls whole. In the debt book the account *is* the arrears class, so a change of class is an entry like any other.

            Every line on an account says at least what the last column names. This page is made by a test from `Alimenta.Ledger.Accounts`.

            """);
        foreach (var book in Enum.GetValues<Book>())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {(book == Book.Debt ? "Debt book: what is owed" : "Custody book: whose the money is")}\n\n");
            page.Append("| Account | What it holds | Sign | A line names |\n| --- | --- | --- | --- |\n");
            foreach (var account in Accounts.All.Where(a => a.Book == book))
                page.Append(CultureInfo.InvariantCulture, $"| `{account.Code}` | {account.Says} | {account.Sign} | {Needs(account.Needs)} |\n");
        }

        return page.ToString();
    }

    private static string Needs(Dimensions needs) => needs == Dimensions.None ? "" : needs.ToString().ToLowerInvariant();

    private static string RecipePage()
    {
        var names = new People();
        var page = new StringBuilder("""
            # Posting recipes

            How each event is posted, told as the money of one made-up family. Every figure is made by a test out of `Alimenta.Ledger.Recipes`; the postings
            follow each other, so the balances at the end are theirs. Assistance, fee and federal share are round numbers for the example and not the law's.


            """);
        var number = 0;
        foreach (var told in Story.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {++number}. {told.Recipe}\n\n{told.When}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"`{told.Entry.Key}` version {told.Entry.Version}{(told.Entry.Reverses is { } r ? $", reverses version {r}" : "")}, effective {Days.Words(told.Entry.EffectiveOn)}\n\n");
            page.Append("| Account | For | Debit | Credit |\n| --- | --- | ---: | ---: |\n");
            foreach (var line in told.Entry.Lines.OrderBy(l => l.Book))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{line.Account}` | {For(line, names)} | {(line.Amount.IsPositive ? line.Amount : "")} | {(line.Amount.IsNegative ? -line.Amount : "")} |\n");
            }

            page.Append('\n');
        }

        page.Append("## Balances at the end\n\n| Account | Debit | Credit |\n| --- | ---: | ---: |\n");
        var balances = Balances.Fold(Story.All.SelectMany(t => t.Entry.Lines), Dimensions.None);
        foreach (var account in Accounts.All.Where(a => !balances.Of(a).IsZero))
        {
            var amount = balances.Of(account);
            page.Append(CultureInfo.InvariantCulture, $"| `{account}` | {(amount.IsPositive ? amount : "")} | {(amount.IsNegative ? -amount : "")} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nEach book sums to {balances.Total(Book.Debt)} and {balances.Total(Book.Custody)}.\n");
        return page.ToString();
    }

    private static string For(Line line, INames names)
    {
        var parts = new List<string>();
        if (line.ObligationId is { } obligation) parts.Add($"obligation {names.Obligation(obligation)}{(line.Month.IsUndated ? ", undated" : $", {line.Month.Words}")}");
        if (line.PersonId is { } person) parts.Add(names.Person(person));
        if (line.ObligationId is null && line.ObligorId is { } obligor) parts.Add(names.Person(obligor));
        if (line.ReceiptId is { } receipt) parts.Add(names.Receipt(receipt));
        return string.Join(", ", parts);
    }
}
