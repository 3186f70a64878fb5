using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>The first step of every state: who asks, how the parents are called, and the law date. None of it is a fact of the rule.</summary>
internal static class AboutStep
{
    public const string Id = "about";
    public const string AsOf = "_as_of";

    private const string Who = "_you";
    private const string NameA = "_name_a";
    private const string NameB = "_name_b";
    private const int LongestName = 60;

    public static Step Step { get; } = new(Id, CalculatorWords.About,
    [
        new(Phrase.None,
        [
            new Question(Who, AnswerKind.Choice, CalculatorWords.You) { Preset = "other", Options = [("a", CalculatorWords.YouA), ("b", CalculatorWords.YouB), ("other", CalculatorWords.YouOther)] },
            new Question(AsOf, AnswerKind.Date, CalculatorWords.Date) { Hint = CalculatorWords.DateHint },
            new Question(NameA, AnswerKind.Text, CalculatorWords.NameA) { Hint = CalculatorWords.NameHint, Optional = true },
            new Question(NameB, AnswerKind.Text, CalculatorWords.NameB) { Optional = true },
        ]),
    ]) { Lead = CalculatorWords.AboutLead };

    /// <summary>What stands in a field before anyone typed: the law date of today.</summary>
    public static IReadOnlyList<string> Today(string field, TimeProvider time)
    {
        if (!field.StartsWith(AsOf + "-", StringComparison.Ordinal)) return [];
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return [(field[(AsOf.Length + 1)..] switch { "month" => today.Month, "day" => today.Day, _ => today.Year }).ToString(System.Globalization.CultureInfo.InvariantCulture)];
    }

    /// <summary>How the parents are called; the reader is marked.</summary>
    public static Components.Worksheets.PartyNames Names(Answers answers, Tongue tongue)
    {
        var you = tongue == Tongue.Spanish ? "usted" : "you";
        return new(Name(NameA, "a"), Name(NameB, "b"));

        string Name(string field, string place)
        {
            var name = answers.Text(field);
            if (name.Length > LongestName) name = name[..LongestName];
            return answers.Text(Who) != place ? name : name.Length == 0 ? you : $"{name}, {you}";
        }
    }

    /// <summary>The law date as it was typed, for the rule to read or refuse.</summary>
    public static string? Written(Answers answers)
    {
        var (month, day, year) = (answers.Text(AsOf + "-month"), answers.Text(AsOf + "-day"), answers.Text(AsOf + "-year"));
        return month.Length + day.Length + year.Length == 0 ? null : $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
    }
}
