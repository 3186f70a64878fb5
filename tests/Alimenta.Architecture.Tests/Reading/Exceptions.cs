using System.Text.Json;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>What a guard lets pass by name: each with a reason, none unused, and never more than the file's own limit.</summary>
/// <remarks>The limit may only fall. Raising it is a decision that stands out in a review.</remarks>
internal sealed record Exceptions(int Most, IReadOnlyList<Exceptions.Pass> Passes)
{
    internal sealed record Pass(string File, string What, string Why);

    private static readonly JsonSerializerOptions Jsonc = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, PropertyNameCaseInsensitive = true };

    public static Exceptions None { get; } = new(0, []);

    /// <summary>The exceptions of one guard, from exceptions.jsonc.</summary>
    public static Exceptions Of(string guard) =>
        JsonSerializer.Deserialize<Dictionary<string, Exceptions>>(Repository.Text("tests/Alimenta.Architecture.Tests/exceptions.jsonc"), Jsonc)!
            .TryGetValue(guard, out var exceptions) ? exceptions : throw new InvalidOperationException($"exceptions.jsonc does not name {guard}.");

    /// <summary>The findings that no exception lets pass, and the faults of the exceptions themselves.</summary>
    public IReadOnlyList<string> Apply(IEnumerable<Finding> findings)
    {
        var used = new HashSet<Pass>();
        var left = new List<string>();
        foreach (var finding in findings)
        {
            var pass = Passes.FirstOrDefault(p => p.File == finding.File && (p.What == "*" || p.What == finding.What));
            if (pass is null) left.Add(finding.ToString());
            else used.Add(pass);
        }

        left.AddRange(Passes.Where(p => !used.Contains(p)).Select(p => $"{p.File}: the exception for \"{p.What}\" is no longer needed: remove it and lower the limit."));
        left.AddRange(Passes.Where(p => string.IsNullOrWhiteSpace(p.Why)).Select(p => $"{p.File}: the exception for \"{p.What}\" gives no reason."));
        if (Passes.Count != Most) left.Add($"There are {Passes.Count} exceptions and the limit is {Most}: it falls with them and never rises.");
        return left;
    }
}

/// <summary>Something a guard found.</summary>
/// <param name="File">The file, from the root.</param>
/// <param name="What">What it is; by this an exception names it.</param>
/// <param name="Why">Why it is wrong and what to do.</param>
/// <param name="Line">The line, from 1; 0 when it concerns the file as a whole.</param>
internal sealed record Finding(string File, string What, string Why, int Line = 0)
{
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {What}: {Why}";
}
