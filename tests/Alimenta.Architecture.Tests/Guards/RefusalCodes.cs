using System.Text;
using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>A code that a person may see with a refusal or a fault, where it is given, and the words that go with it.</summary>
/// <param name="Code">The code, such as R-RECEIPT-TAKEN.</param>
/// <param name="Home">The room that gives it.</param>
/// <param name="Words">What the person reads; {parts in braces} are filled in.</param>
/// <param name="File">The file, from the root.</param>
internal sealed record RefusalCode(string Code, string Home, string Words, string File);

/// <summary>Finds every code in the sources. A code is a literal where it is given, so that it can be found.</summary>
internal static partial class RefusalCodes
{
    [GeneratedRegex("^[A-Z]-[A-Z][A-Z0-9]+(-[A-Z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    public static IReadOnlyList<RefusalCode> In(IEnumerable<TextFile> files) =>
        [.. from file in files
            from literal in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            where literal.IsKind(SyntaxKind.StringLiteralExpression) && Code().IsMatch(literal.Token.ValueText)
            let words = WordsAt(literal)
            where words is not null
            select new RefusalCode(literal.Token.ValueText, file.Path.Split('/')[1], words, file.Path)];

    /// <summary>A code belongs to one room: the same code elsewhere would mean two things.</summary>
    public static IEnumerable<Finding> Clashes(IEnumerable<RefusalCode> codes) =>
        from code in codes
        group code by code.Code into same
        where same.Select(c => c.Home).Distinct().Count() > 1
        select new Finding(same.Last().File, same.Key, $"this code is given in {string.Join(" and in ", same.Select(c => c.Home).Distinct())}: one of them needs a code of its own.");

    /// <summary>All codes with their words, by home.</summary>
    public static string Page(IEnumerable<RefusalCode> codes)
    {
        var page = new StringBuilder("""
            # What the program refuses, in its own words

            Written by the tests from the sources; {parts in braces} are filled in when it happens. Read as a page: is each sentence plain, and does it say what to do next?

            """.ReplaceLineEndings("\n"));
        foreach (var home in codes.GroupBy(c => c.Home).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append($"\n## {home.Key}\n\n");
            foreach (var code in home.GroupBy(c => c.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                page.Append($"**{code.Key}**\n");
                foreach (var words in code.Select(c => c.Words).Where(w => w.Length > 0).Distinct().Order(StringComparer.Ordinal)) page.Append($"- {words}\n");
                page.Append('\n');
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The words handed over with a code: those after it in the same list of arguments; empty for a named constant; null where it is only compared.</summary>
    private static string? WordsAt(LiteralExpressionSyntax literal)
    {
        if (literal.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } }) return "";
        if (literal.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument || list is BracketedArgumentListSyntax) return null;
        return string.Join(" · ", list.Arguments.SkipWhile(a => a != argument).Skip(1).Select(a => Text(a.Expression)).Where(t => t.Length > 0));
    }

    private static string Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : "",
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(c =>
            c is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : $"{{{OneLine(((InterpolationSyntax)c).Expression)}}}")),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Text(sum.Left) + Text(sum.Right),
        ConditionalExpressionSyntax choice => $"{Text(choice.WhenTrue)} / {Text(choice.WhenFalse)}",
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        _ => $"{{{OneLine(expression)}}}",
    };

    private static string OneLine(SyntaxNode node) => node.NormalizeWhitespace(" ", " ").ToString().ReplaceLineEndings(" ");
}
