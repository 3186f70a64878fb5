using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Rules;

/// <summary>What an authority published may not be changed to suit the program: the expected values of such a case change only together with its source.</summary>
public class AuthorityCasesTests
{
    private const string Record = "Rules/authority-cases.txt";

    [Fact]
    public void Published_values_stand_as_they_were_recorded()
    {
        var faults = Faults(LawCases.BuiltIn(), File.ReadAllLines(Path.Combine(Golden.Folder(), Record)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void There_are_published_cases() => Assert.Contains(LawCases.BuiltIn(), c => c.Authority);

    [Fact]
    public void Sample_a_changed_value_with_the_same_source_is_noticed()
    {
        var one = LawCases.BuiltIn().First(c => c.Authority);
        string[] record = [Line(one)];
        Assert.Empty(Faults([one], record));

        var changed = one with { Value = Changed(one.Value!) };
        Assert.Contains("without its source", Assert.Single(Faults([changed], record)), StringComparison.Ordinal);
        Assert.Contains("without its source", Assert.Single(Faults([one with { Facts = Changed(one.Facts) }], record)), StringComparison.Ordinal);
        Assert.Contains("record it", Assert.Single(Faults([changed with { Source = "A newer publication" }], record)), StringComparison.Ordinal);
        Assert.Contains("is gone", Assert.Single(Faults([one with { Authority = false }], record)), StringComparison.Ordinal);
        Assert.Contains("record it", Assert.Single(Faults([one], [])), StringComparison.Ordinal);
    }

    private static List<string> Faults(IReadOnlyList<LawCase> cases, IReadOnlyList<string> record)
    {
        var recorded = record.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(l => l[0]);
        List<string> faults = [];
        foreach (var one in cases.Where(c => c.Authority))
        {
            var now = Line(one).Split('\t');
            if (!recorded.Remove(now[0], out var then)) faults.Add($"{now[0]} is new; record it in {Record}: {Line(one)}");
            else if (now[2] != then[2] && now[1] == then[1]) faults.Add($"{now[0]}: published values changed without its source. Put them back, or cite the newer publication.");
            else if (now[1] != then[1]) faults.Add($"{now[0]} has another source; record it in {Record}: {Line(one)}");
        }

        faults.AddRange(recorded.Keys.Select(gone => $"{gone} is gone, or no longer marked as published."));
        return faults;
    }

    private static string Line(LawCase one) => $"{one}\t{Digest(one.Source)}\t{Digest(one.Facts.ToJsonString() + one.Value?.ToJsonString() + one.Refusal)}";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static JsonObject Changed(JsonNode node)
    {
        var copy = node.DeepClone().AsObject();
        copy["limit_cents"] = 1;
        return copy;
    }
}
