using System.Diagnostics;
using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class BannedWiringTests
{
    [Fact]
    public void Nothing_switches_the_ban_off() => House.IsClean(Exceptions.Of("banned").Apply(BannedWiring.In(Repository.Files)));

    [Theory]
    [InlineData("src/X/A.cs", "#pragma warning disable RS0030 // in a hurry")]
    [InlineData("src/X/A.cs", "#pragma warning disable CS1591, RS0030")]
    [InlineData("src/X/A.cs", "#pragma warning disable")]
    [InlineData("src/X/A.cs", "[SuppressMessage(\"ApiDesign\", \"RS0030\")]")]
    [InlineData("src/X/X.csproj", "<NoWarn>$(NoWarn);RS0030</NoWarn>")]
    [InlineData("Directory.Build.props", "<NoWarn>$(NoWarn);RS0030</NoWarn>")]
    [InlineData(".editorconfig", "dotnet_diagnostic.RS0030.severity = none")]
    public void Sample_a_ban_that_is_switched_off_is_noticed(string path, string line) =>
        Assert.Single(BannedWiring.In([Sample.Code(path, "first\n" + line)]), f => f.Line == 2);

    [Theory]
    [InlineData("src/X/A.cs", "#pragma warning disable CA1031 // the last line of defence")]
    [InlineData(".editorconfig", "dotnet_diagnostic.RS0030.severity = error")]
    [InlineData("tests/X/A.cs", "#pragma warning disable RS0030")]
    public void Sample_other_switches_pass(string path, string line) => Assert.Empty(BannedWiring.In([Sample.Code(path, line)]));

    /// <summary>Builds two rooms that break the rules with the repository's own settings, as ./test and ./alimenta do (Release): the build itself must say no.</summary>
    [Fact]
    public void Sample_the_compiler_refuses_what_is_banned()
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-banned-").FullName;
        try
        {
            foreach (var path in new[] { "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json" })
                File.Copy(Path.Combine(Repository.Root, path), Path.Combine(folder, path));
            Directory.CreateDirectory(Path.Combine(folder, "build"));
            foreach (var path in new[] { "build/BannedSymbols.txt", "build/BannedSymbols.Pure.txt" })
                File.Copy(Path.Combine(Repository.Root, path), Path.Combine(folder, path));
            Write(folder, "Alimenta.slnx", "<Solution><Project Path=\"src/Alimenta.Kernel/Alimenta.Kernel.csproj\" /><Project Path=\"src/Alimenta.Data/Alimenta.Data.csproj\" /></Solution>");
            Write(folder, "src/Alimenta.Kernel/Alimenta.Kernel.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
            Write(folder, "src/Alimenta.Kernel/Impure.cs", """
                namespace Alimenta.Kernel;

                /// <summary>A sample.</summary>
                public static class Impure
                {
                    /// <summary>A sample.</summary>
                    public static bool Is(string path) => System.IO.File.Exists(path) || System.DateTime.Now.Hour > System.Math.Sqrt(2d);
                }
                """);
            Write(folder, "src/Alimenta.Data/Alimenta.Data.csproj", """
                <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Relational" /></ItemGroup><ItemGroup><Using Remove="Alimenta.Kernel" /></ItemGroup></Project>
                """);
            Write(folder, "src/Alimenta.Data/BackDoor.cs", """
                namespace Alimenta.Data;

                public static class BackDoor
                {
                    public static int Write(Microsoft.EntityFrameworkCore.DbContext database) => database.SaveChanges();

                    public static DateTime Now() => DateTime.UtcNow;
                }
                """);

            var output = Build(folder);
            foreach (var refused in new[] { "'File' is banned", "'DateTime.Now' is banned", "'DbContext.SaveChanges()' is banned", "'DateTime.UtcNow' is banned" })
                Assert.Contains("error RS0030: The symbol " + refused, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text + "\n");
    }

    private static string Build(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["build", "-c", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false", "--nologo"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // What the running test host was told does not concern this build.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync();
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return output + errors.Result;
    }
}
