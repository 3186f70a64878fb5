using System.Text;

namespace Alimenta.Law;

/// <summary>The files of the law tree that travel inside the program, so that it runs from any folder.</summary>
public static class EmbeddedLaw
{
    private const string Prefix = "law/";

    /// <summary>All of them: parameters, cases and coverage.</summary>
    public static IReadOnlyList<LawText> Texts()
    {
        var assembly = typeof(EmbeddedLaw).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        LawText Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return new(name[Prefix.Length..], reader.ReadToEnd());
        }
    }
}
