using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>Compiles a few lines that break a rule, so that the guard can be seen to notice them. Nothing of it reaches the product.</summary>
internal static class Sample
{
    private static readonly MetadataReference[] Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static byte[] Compile(string source)
    {
        var compilation = CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic; using System.Linq;\n" + source)],
            Framework, new(OutputKind.DynamicallyLinkedLibrary));
        using var output = new MemoryStream();
        var result = compilation.Emit(output);
        return result.Success ? output.ToArray() : throw new InvalidOperationException("The sample does not compile: " + string.Join("; ", result.Diagnostics));
    }

    public static TextFile Code(string path, string text) => new(path, text);
}
