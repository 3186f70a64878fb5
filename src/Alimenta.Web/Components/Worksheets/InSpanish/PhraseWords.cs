using System.Globalization;

namespace Alimenta.Web.Components.Worksheets.InSpanish;

/// <summary>Words that stand in the places of sentences: people, days, kinds of income, how often.</summary>
internal static class PhraseWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["a week"] = "a la semana",
        ["every two weeks"] = "cada dos semanas",
        ["twice a month"] = "dos veces al mes",
        ["a year"] = "al año",
        ["public assistance"] = "asistencia pública",
        ["earned income tax credit"] = "crédito tributario por ingreso del trabajo",
        ["child support received"] = "manutención de menores que recibe",
        ["single"] = "soltero",
        ["head of household"] = "cabeza de familia",
        ["married filing separately"] = "casado que declara por separado",
        ["support under a prior order is deducted already"] = "ya se deduce la manutención de una orden anterior",
        ["the duty of support is not shown"] = "no se comprobó la obligación de mantenerlo",
    };

    /// <summary>Someone, without an article.</summary>
    public static string Who(string text) => text[^1] switch
    {
        'A' => "Progenitor A",
        'B' => "Progenitor B",
        _ => "cuidador",
    };

    /// <summary>A day as pages write it.</summary>
    public static string? Day(string text) =>
        DateOnly.TryParseExact(text, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Tongue.Spanish.Date(day) : null;

    /// <summary>A word of the law, or the label of a line of New York's within a sentence; null when it is not known.</summary>
    public static string? Of(string text) => Words.GetValueOrDefault(text) ?? (NewYorkLines.Words.WordsOf(text) is { } line ? Within(line.Es) : null);

    // FICA stays as it is.
    private static string Within(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
