using Alimenta.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>The namespace of a file is its folder. In the office exactly, since there folders are modules; elsewhere it may be a folder above,
/// so that files can be sorted without making their readers name the sorting.</summary>
internal static class Namespaces
{
    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        foreach (var file in files.Where(f => !f.Path.Contains("/Properties/", StringComparison.Ordinal)))
        {
            var expected = file.Path["src/".Length..file.Path.LastIndexOf('/')].Replace('/', '.');
            var root = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
            var declared = root.Members.OfType<BaseNamespaceDeclarationSyntax>().Select(n => n.Name.ToString()).ToList();
            var loose = root.Members.Any(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
            if (loose || declared.Any(d => d != expected && (file.Under("src/Alimenta.Office") || !IsAbove(d, expected, file.Path.Split('/')[1]))))
                yield return new(file.Path, declared.FirstOrDefault() ?? "(none)", $"the namespace should be {expected}, as the folder is.");
        }
    }

    private static bool IsAbove(string declared, string expected, string project) =>
        (expected + ".").StartsWith(declared + ".", StringComparison.Ordinal) && (declared + ".").StartsWith(project + ".", StringComparison.Ordinal);
}
