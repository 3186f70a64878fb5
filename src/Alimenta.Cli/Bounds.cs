using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Alimenta.Cli;

/// <summary>Options that are numbers between bounds. One beyond them, or a word that is no number, is refused with the option, what was given and the bounds, before anything begins.</summary>
internal static class Bounds
{
    /// <summary>A whole number with the value that is usual.</summary>
    /// <param name="name">The option: --seeds.</param>
    /// <param name="description">What it means.</param>
    /// <param name="usual">What counts when nothing is said.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    public static Option<int> Whole(string name, string description, int usual, int least, int most) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual, CustomParser = result => (int)Read(result, name, least, most) };

    /// <summary>A whole number that may be larger than most.</summary>
    public static Option<long> Long(string name, string description, long usual, long least, long most) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual, CustomParser = result => Read(result, name, least, most) };

    /// <summary>A whole number that need not be said.</summary>
    public static Option<int?> WholeOrNone(string name, string description, int least, int most) =>
        new(name) { Description = description, CustomParser = result => (int)Read(result, name, least, most) };

    /// <summary>A number that need not be whole and need not be said.</summary>
    public static Option<double?> NumberOrNone(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least:#,##0.##} to {most:#,##0.##}, not {word}."));
            return null;
        },
    };

    /// <summary>The sentence about a whole number that lies outside.</summary>
    public static string Sentence(string name, long least, long most, string word) => string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least:#,##0} to {most:#,##0}, not {word}.");

    private static long Read(ArgumentResult result, string name, long least, long most)
    {
        var word = result.Tokens[0].Value;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError(Sentence(name, least, most, word));
        return least;
    }
}
