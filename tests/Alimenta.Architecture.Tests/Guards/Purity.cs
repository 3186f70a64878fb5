using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>Kernel, Law, Ledger and Formats have no clock, file, socket, chance, database or log, and no floating point.</summary>
internal static class Purity
{
    public static string[] PureProjects { get; } = ["Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats"];

    private static readonly string[] BannedAssemblies =
    [
        "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "Npgsql", "SQLitePCLRaw",
        "System.Console", "System.Data", "System.Diagnostics.Process", "System.IO.FileSystem", "System.IO.Pipes", "System.Net", "System.Threading.Timer",
    ];

    /// <summary>Iterators ask on which thread they are: the compiler writes this, nobody else may.</summary>
    private static readonly Use Iterator = new("", "System.Environment", "get_CurrentManagedThreadId");

    public static IEnumerable<Finding> InReferences(string name, IEnumerable<string> assemblies) =>
        from assembly in assemblies
        where BannedAssemblies.Any(b => assembly == b || assembly.StartsWith(b + ".", StringComparison.Ordinal))
        select new Finding(name, assembly, "a pure project refers to no such assembly.");

    /// <summary>The uses that the list of banned symbols names, read from the assembly and so also where a compiler switch was off.</summary>
    public static IEnumerable<Finding> InUses(string name, IEnumerable<Use> uses, IReadOnlyList<BannedSymbol> banned) =>
        (from use in uses
         where use with { From = "" } != Iterator
         let symbol = banned.FirstOrDefault(b => b.Bans(use))
         where symbol is not null
         select new Finding(name, use.Member.Length > 0 ? $"{use.To}.{use.Member}" : use.To, $"{use.From}: {symbol.Why}")).Distinct();
}

/// <summary>A line of build/BannedSymbols.Pure.txt: T: a type, N: a namespace, M: a method, P: a property; then the reason.</summary>
internal sealed record BannedSymbol(char Kind, string Name, string Why)
{
    public static IReadOnlyList<BannedSymbol> Parse(string text) =>
        [.. from line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            let parts = line.Split(';', 2)
            select new BannedSymbol(parts[0][0], parts[0][2..], parts.Length > 1 ? parts[1] : "")];

    public bool Bans(Use use) => Kind switch
    {
        'T' => use.To == Name,
        'N' => use.To.StartsWith(Name + ".", StringComparison.Ordinal),
        'P' => use.Member.Length > 0 && $"{use.To}.{use.Member.Replace("get_", "", StringComparison.Ordinal)}" == Name,
        'M' => use.Member.Length > 0 && $"{use.To}.{use.Member}" == Name.Split('(')[0],
        _ => throw new InvalidOperationException($"A banned symbol of kind {Kind} is not understood."),
    };
}
