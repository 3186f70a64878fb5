using Alimenta.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>A test must be able to fail: it asserts something itself, or through helpers of the tests.</summary>
internal static class TestsThatCannotFail
{
    /// <summary>Tests that reach neither an assertion nor a helper that makes one.</summary>
    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        var methods = (from file in files
                       from method in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                       select (File: file.Path, Method: method, Names: Names(method))).ToList();

        // Names of methods that can fail; grows until nothing is added. Names are enough: a helper that shares its name with another only makes the guard milder.
        var failing = new HashSet<string>(StringComparer.Ordinal) { "Assert", "Check", "QuickCheckThrowOnFailure", "VerboseCheckThrowOnFailure" };
        int before;
        do
        {
            before = failing.Count;
            foreach (var (_, method, names) in methods)
                if (!IsTest(method) && (Throws(method) || names.Overlaps(failing))) failing.Add(method.Identifier.Text);
        }
        while (failing.Count > before);

        return from test in methods
               where IsTest(test.Method) && !test.Names.Overlaps(failing)
               let line = test.Method.SyntaxTree.GetLineSpan(test.Method.Identifier.Span).StartLinePosition.Line + 1
               select new Finding(test.File, test.Method.Identifier.Text, "this test asserts nothing, so it cannot fail.", line);
    }

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory");

    private static bool Throws(MethodDeclarationSyntax method) =>
        method.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax);

    private static HashSet<string> Names(MethodDeclarationSyntax method) =>
        [.. method.DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.Text)];
}
