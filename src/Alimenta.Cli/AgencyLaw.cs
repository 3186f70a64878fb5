using System.CommandLine;
using Alimenta.Law;

namespace Alimenta.Cli;

/// <summary>The folder in which an agency keeps its own parameters over the law that comes with the product.</summary>
internal static class AgencyLaw
{
    /// <summary>The folder that import-schedule writes into when none is named.</summary>
    public const string Usual = "agency-law";

    private const string Variable = "ALIMENTA_AGENCY_LAW";

    /// <summary>The option of all commands.</summary>
    public static Option<string?> Option { get; } = new("--agency")
    {
        Description = $"The agency's law folder, over the law that comes with the product. Else {Variable} from the environment, else none.", HelpName = "FOLDER", Recursive = true,
    };

    /// <summary>The folder that a command is to use; null where none is named.</summary>
    public static string? Folder(ParseResult parsed) => parsed.GetValue(Option) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null);

    /// <summary>The law of the product with the agency's files; without a folder that of the product alone.</summary>
    public static async Task<Outcome<LawStore>> StoreAsync(string? folder, CancellationToken cancel)
    {
        if (folder is null) return LawStore.BuiltIn;
        if (!Directory.Exists(folder)) return new Refusal("R-NO-FOLDER", $"There is no folder {folder}.", "Make it first, or name another.");
        return Load(await TextsAsync(folder, cancel));
    }

    /// <summary>The files of the folder as texts of the law tree; none where the folder is not there yet.</summary>
    public static async Task<List<LawText>> TextsAsync(string folder, CancellationToken cancel)
    {
        List<LawText> texts = [];
        if (!Directory.Exists(folder)) return texts;
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonc", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            texts.Add(new($"{LawStore.Agency}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", await File.ReadAllTextAsync(file, cancel)));
        return texts;
    }

    /// <summary>The law with these files; every fault of theirs in the refusal.</summary>
    public static Outcome<LawStore> Load(IReadOnlyList<LawText> texts)
    {
        try
        {
            return LawStore.WithAgency(texts);
        }
        catch (LawFaultsException wrong)
        {
            return new Refusal("R-AGENCY-LAW", wrong.Message, "Correct the files of the agency's folder and try again.");
        }
    }
}
