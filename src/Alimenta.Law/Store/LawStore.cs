using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alimenta.Law.Store;

namespace Alimenta.Law;

/// <summary>All dated parameters of the law tree. Made from texts; checked as a whole before anything of it can be read.</summary>
public sealed class LawStore
{
    /// <summary>The policy with the federal defaults.</summary>
    public const string FederalPolicy = "us";

    private static readonly Lazy<LawStore> Built = new(() => Load(EmbeddedLaw.Texts()));

    private readonly Dictionary<string, LawParameter> _byId;

    private LawStore(IReadOnlyList<LawParameter> parameters, string version)
    {
        Parameters = parameters;
        Version = version;
        _byId = parameters.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var states = parameters.Select(p => p.Id.Split('/')).Where(p => p.Length > 2 && p[1] == "policy").Select(p => p[0])
            .Where(s => s is not (FederalPolicy or Agency)).Distinct().Order(StringComparer.Ordinal);
        Policies = [FederalPolicy, .. states.Select(s => $"{FederalPolicy}-{s}")];
    }

    /// <summary>The first part of ids that an agency adds over the law that comes with the product.</summary>
    public const string Agency = "agency";

    /// <summary>All parameters, by id.</summary>
    public IReadOnlyList<LawParameter> Parameters { get; }

    /// <summary>The policies that can be chosen: us, and us- with a state that has policy parameters.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>SHA-256 over the contents without comments and blanks, in hexadecimal: two stores with the same version answer alike.</summary>
    public string Version { get; }

    /// <summary>The law that comes with the product.</summary>
    public static LawStore BuiltIn => Built.Value;

    /// <summary>The law that comes with the product and an agency's own files over it (ids that begin with agency/policy/).</summary>
    /// <exception cref="LawFaultsException">Something is wrong in the files.</exception>
    public static LawStore WithAgency(IEnumerable<LawText> agencyTexts)
    {
        List<LawText> own = [.. agencyTexts];
        List<LawFault> strangers = [.. own.Where(t => IsParameters(t) && !t.Path.StartsWith($"{Agency}/policy/", StringComparison.Ordinal))
            .Select(t => new LawFault(t.Path, 1, 1, "An agency's own parameters stand under agency/policy/.", $"Move the file to {Agency}/policy/, with ids to match."))];
        return strangers.Count == 0 ? Load(EmbeddedLaw.Texts().Concat(own)) : throw new LawFaultsException(strangers);
    }

    /// <summary>Reads a law tree.</summary>
    /// <param name="texts">The files; case files and the coverage file may be among them and are left out.</param>
    /// <exception cref="LawFaultsException">Something is wrong; every fault is listed.</exception>
    public static LawStore Load(IEnumerable<LawText> texts) => TryLoad(texts, out var faults) ?? throw new LawFaultsException(faults);

    /// <summary>Reads a law tree; null when something is wrong.</summary>
    /// <param name="texts">The files; case files and the coverage file may be among them and are left out.</param>
    /// <param name="faults">Every fault, by file and place.</param>
    public static LawStore? TryLoad(IEnumerable<LawText> texts, out IReadOnlyList<LawFault> faults)
    {
        List<LawFault> found = [];
        List<LawParameter> parameters = [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in texts.Where(IsParameters).OrderBy(t => t.Path, StringComparer.Ordinal))
        {
            if (JsoncNode.Parse(file, found) is not { } root) continue;
            parameters.AddRange(new ParameterReader(file.Path, found).Read(root));
            Add(hash, file.Path, root);
        }

        foreach (var same in parameters.GroupBy(p => p.Id, StringComparer.Ordinal))
            foreach (var twice in same.Skip(1))
                found.Add(new(twice.File, twice.Line, twice.Column, $"The id \"{twice.Id}\" stands already in law/{same.First().File}:{same.First().Line}.", "Keep one of the two."));
        if (parameters.Count == 0 && found.Count == 0)
            found.Add(new("", 1, 1, "There is no parameter at all.", "Hand in the files of the law tree."));

        faults = [.. found.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];
        return faults.Count > 0 ? null : new([.. parameters.OrderBy(p => p.Id, StringComparer.Ordinal)], Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The law as it stands on a day under a policy.</summary>
    /// <exception cref="LawNotCovered">There is no such policy.</exception>
    public LawOn On(DateOnly date, string policy = FederalPolicy) =>
        Policies.Contains(policy) ? new(this, date, policy) : throw new LawNotCovered($"policy {policy}", date, policy, "", null);

    /// <summary>The parameter with an id, or null.</summary>
    public LawParameter? Find(string id) => _byId.GetValueOrDefault(id);

    private static bool IsParameters(LawText file) =>
        !file.Path.EndsWith(".cases.jsonc", StringComparison.Ordinal) && file.Path != LawCoverage.File;

    private static void Add(IncrementalHash hash, string path, JsoncNode root)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) root.WriteTo(writer);
        hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n"));
        hash.AppendData(bytes.ToArray());
        hash.AppendData("\n"u8);
    }
}
