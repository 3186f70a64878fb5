using System.Runtime.Loader;
using Alimenta.Law.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alimenta.Law.Tests.Walkthrough;

/// <summary>Compiles the sources of one guideline by themselves, against the product for all else, and makes a rule of them that can be asked like any other.</summary>
internal static class CompiledRule
{
    private const string Usings = "global using Alimenta.Kernel; global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    // The sources take the place of types of the same name in the product.
    private const string TypeInBoth = "CS0436";

    /// <summary>The rule.</summary>
    /// <param name="sources">Its sources by path.</param>
    /// <param name="type">The class that decides.</param>
    /// <param name="like">The rule of the product in whose place it is asked.</param>
    public static ILawRule Of(IReadOnlyDictionary<string, string> sources, string type, ILawRule like)
    {
        var how = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("Alimenta.Law.Changed",
            sources.Select(s => CSharpSyntaxTree.ParseText(s.Value, how, s.Key)).Append(CSharpSyntaxTree.ParseText(Usings, how)), references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using var code = new MemoryStream();
        var emitted = compilation.Emit(code, cancellationToken: TestContext.Current.CancellationToken);
        var faults = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != TypeInBoth).ToList();
        Assert.True(emitted.Success && faults.Count == 0, string.Join('\n', faults));
        code.Position = 0;
        var decide = AssemblyLoadContext.Default.LoadFromStream(code).GetType(type, throwOnError: true)!.GetMethod("Decide")!;
        var (facts, outcome) = (decide.GetParameters()[1].ParameterType, decide.ReturnType);
        var call = decide.CreateDelegate(typeof(Func<,,,>).MakeGenericType(typeof(LawOn), facts, typeof(Explanation), outcome));
        return (ILawRule)Activator.CreateInstance(typeof(LawRule<,>).MakeGenericType(facts, outcome.GetGenericArguments()[0]), like.Id, like.Says, like.Citation, call)!;
    }
}
