using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>No figure of law stands in code: rates, thresholds, counts of days and percentages are dated parameters under law/.</summary>
/// <remarks>Numbers that belong to arithmetic or to the calendar itself pass: 0, 1 and 2, months in a quarter and a year, days in a week or
/// two, weeks and fortnights in a year, cents in a dollar, the units in which rates are kept, the last year there is. The parameter store (Store), the catalog of rules (Rules) and the form of
/// worksheets that the states share (Guidelines) know no rule. Sentences of explanations are
/// looked at too, for a figure written into a sentence stays when the parameter changes.</remarks>
internal static partial class LawLiterals
{
    private static readonly HashSet<string> Arithmetic = ["0", "1", "2", "3", "7", "10", "12", "14", "26", "52", "100", "1000", "10000", "1000000", "9999"];

    [GeneratedRegex(@"\$\s?\d|\d\s?%|\b\d+([.,]\d+)? (percent|cents|dollars|days?|business days?|weeks?|months?|years?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        foreach (var file in files.Where(f => f.Under("src/Alimenta.Law") && !f.Under("src/Alimenta.Law/Store") && !f.Under("src/Alimenta.Law/Rules") && !f.Under("src/Alimenta.Law/Guidelines")))
        {
            var tree = CSharpSyntaxTree.ParseText(file.Text);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number && !Passes(number))
                    yield return new(file.Path, number.Token.Text, "a figure in a rule: read it from a dated parameter.", line);
                if (TextOf(node) is { } text && Figure().Match(text) is { Success: true } figure)
                    yield return new(file.Path, figure.Value, "a figure written into a sentence: fill it in from the parameter.", line);
            }
        }
    }

    private static bool Passes(LiteralExpressionSyntax number) =>
        Arithmetic.Contains(number.Token.Text.Replace("_", "", StringComparison.Ordinal).TrimEnd('L', 'l', 'M', 'm', 'U', 'u'))
        || number.Parent is EqualsValueClauseSyntax { Parent: EnumMemberDeclarationSyntax }
        || IsPosition(number);

    /// <summary>A place in a list or a text, such as parts[3] or text[4..7], is no figure of law.</summary>
    private static bool IsPosition(LiteralExpressionSyntax number) =>
        number.Ancestors().TakeWhile(a => a is ArgumentSyntax or RangeExpressionSyntax or PrefixUnaryExpressionSyntax or BracketedArgumentListSyntax)
            .Any(a => a is BracketedArgumentListSyntax);

    private static string? TextOf(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InterpolatedStringTextSyntax part => part.TextToken.ValueText,
        _ => null,
    };
}
