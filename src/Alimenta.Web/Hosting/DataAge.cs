using System.Globalization;
using Alimenta.Web.Components;

namespace Alimenta.Web.Hosting;

/// <summary>How old the data is that a request shows, where it was read from a follower.</summary>
/// <param name="Age">Nothing older than this is missing.</param>
public sealed record DataAge(TimeSpan Age)
{
    /// <summary>The header that says it, in whole seconds.</summary>
    public const string Header = "Alimenta-Data-Age";

    /// <summary>What the words in the foot mean, for whoever asks.</summary>
    public const string Help = "Pages are read from a copy of the database that follows it. What others entered since then may be missing; what you entered yourself is there.";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2), Late = TimeSpan.FromSeconds(10);

    /// <summary>Whole seconds.</summary>
    public int Seconds => (int)Age.TotalSeconds;

    /// <summary>Whether one should look twice.</summary>
    public Tone Tone => Age > Late ? Tone.Warn : Tone.Neutral;

    /// <summary>Figures as of 3 seconds ago.</summary>
    public string Words => Age < Fresh ? "Figures are up to date to the second" : string.Create(CultureInfo.InvariantCulture, $"Figures as of {Seconds} seconds ago");
}
