using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office.Establishment;
using Alimenta.Web.Components.Fields;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>The form of a scenario as it was sent: only fields that the guideline knows are taken from it.</summary>
internal static class ScenarioForm
{
    /// <summary>The texts by the place of their fact.</summary>
    public static IReadOnlyDictionary<string, string> Sent(FactGroup layout, FormState form, IEnumerable<string> sent)
    {
        var known = layout.All.ToDictionary(f => f.Path, StringComparer.Ordinal);
        Dictionary<string, string> typed = new(StringComparer.Ordinal);
        foreach (var name in sent)
        {
            if (!known.TryGetValue(FactPath.Open(name), out var field)) continue;
            var text = field.Kind == FactKind.Words ? string.Join(", ", form.All(name)) : form.Raw(name);
            if (text.Length > 0) typed[name] = text;
        }

        return typed;
    }

    /// <summary>The texts without an entry of a list.</summary>
    public static IReadOnlyDictionary<string, string> Without(IReadOnlyDictionary<string, string> typed, string entry) =>
        typed.Where(t => !t.Key.StartsWith(entry + ".", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The key of the command that keeps these texts over this version.</summary>
    public static string Key(string form, int? version, IReadOnlyDictionary<string, string> typed, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{form}-{version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + "\n" + KeptJson.Of(typed))))[..16]}");
}
