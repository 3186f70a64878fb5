using System.Text.Json.Nodes;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>Files go out and come in by the commands, on either engine.</summary>
public sealed class ExchangeTests(Lived lived)
{
    private const string Facts = """
        {"caseload":1,"business_date":"2026-03-20"}
        {"type":"office","code":104,"name":"Alder County","state":"OR","fips":"41051"}
        {"type":"person","number":"F1","last":"Okafor","first":"Femi","born":"1988-04-05"}
        {"type":"person","number":"M1","last":"Brandt","first":"Ada"}
        {"type":"case","number":"26-104-00007-5","office":104,"obligor":"F1","custodian":"M1","opened_on":"2026-01-01"}
        """;

    [Theory, EachEngine]
    public async Task A_book_goes_out_and_into_either_engine_with_its_hash(string engine)
    {
        using var place = new Place(engine);
        var tried = await Cli.JsonAsync("import", lived.Book, "--dry-run", "--database", place.Address);
        Assert.Equal(("dry-run", 30), ((string)tried["status"]!, Count(tried, "case_file", "added")));
        var done = await Cli.JsonAsync("import", lived.Book, "--database", place.Address);
        Assert.Equal(("book", "imported", lived.Hash), ((string)done["kind"]!, (string)done["status"]!, (string)done["ledger_hash"]!));
        Assert.Equal((0, 30, 30), (Count(done, "case_file", "before"), Count(done, "case_file", "added"), Count(done, "case_file", "after")));
        Assert.Equal(lived.Hash, (string)(await Cli.JsonAsync("prove", "--database", place.Address))["ledger_hash"]!);
        Assert.Equal("duplicate", (string)(await Cli.JsonAsync("import", lived.Book, "--database", place.Address))["status"]!);

        var back = Cli.NewFile(".jsonl");
        Assert.Equal(lived.Hash, (string)(await Cli.JsonAsync("export", "--out", back, "--database", place.Address))["ledger_hash"]!);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(back));
        var again = await Cli.RunAsync("export", "--caseload", "--out", back, "--database", place.Address);
        Assert.Equal((1, true), (again.Code, again.Error.StartsWith("R-FILE-THERE", StringComparison.Ordinal)));
        Assert.Equal("caseload", (string)(await Cli.JsonAsync("export", "--caseload", "--force", "--out", back, "--database", place.Address))["kind"]!);
        Assert.StartsWith("{\"caseload\":1", File.ReadLines(back).First(), StringComparison.Ordinal);
        File.Delete(back);
    }

    [Theory, EachEngine]
    public async Task A_caseload_is_tried_imported_and_known_again(string engine)
    {
        using var place = new Place(engine);
        var file = await WriteAsync(Facts);
        var tried = await Cli.JsonAsync("import", file, "--dry-run", "--database", place.Address);
        Assert.Equal(("dry-run", 0, 1), ((string)tried["status"]!, Count(tried, "case", "before"), Count(tried, "case", "added")));
        if (engine == TestDatabases.Sqlite) Assert.False(File.Exists(place.Address));

        var done = await Cli.JsonAsync("import", file, "--database", place.Address);
        Assert.Equal(("imported", 1), ((string)done["status"]!, Count(done, "case", "after")));
        Assert.Equal("duplicate", (string)(await Cli.JsonAsync("import", file, "--database", place.Address))["status"]!);
        await using var db = place.Database.Store.Read();
        Assert.Equal(1, db.Cases.Count());
        Assert.Equal(1, db.AuditEvents.Count(e => e.Action == "caseload.import"));
        File.Delete(file);
    }

    [Theory, EachEngine]
    public async Task A_fault_names_line_field_and_remedy_and_nothing_is_taken(string engine)
    {
        using var place = new Place(engine);
        var file = await WriteAsync(Facts + "\n{\"type\":\"person\",\"number\":\"X1\",\"last\":\"Lund\",\"born\":\"1988-24-05\"}\n{\"type\":\"person\",\"number\":\"X2\",\"last\":\"Moe\",\"first\":\"Liv\"}");
        var refused = await Cli.RunAsync("import", file, "--json", "--database", place.Address);
        Assert.Equal((1, "refused", 1), (refused.Code, (string)refused.Json["status"]!, (int)refused.Json["fault_count"]!));
        var fault = refused.Json["faults"]![0]!;
        Assert.Equal((6, "born"), ((int)fault["line"]!, (string)fault["field"]!));
        Assert.NotEqual("", (string)fault["remedy"]!);
        var words = await Cli.RunAsync("import", file, "--database", place.Address);
        Assert.Contains("1 fault, and nothing of it was taken", words.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n +6 +\d+  born +", words.Out);
        await using (var db = place.Database.Store.Read()) Assert.Equal(0, db.People.Count());

        var kept = await Cli.JsonAsync("import", file, "--keep-good", "--database", place.Address);
        Assert.Equal(("imported", 1), ((string)kept["status"]!, (int)kept["fault_count"]!));
        await using (var db = place.Database.Store.Read()) Assert.Equal(["X2"], db.People.Where(p => p.Number.StartsWith("X")).Select(p => p.Number));
        File.Delete(file);
    }

    [Fact]
    public async Task A_book_that_nobody_gave_a_name_goes_to_the_output_alone()
    {
        var said = await Cli.RunAsync("export", "--database", lived.Database);
        Assert.Equal(0, said.Code);
        Assert.All(said.Out.TrimEnd().Split('\n'), line => Assert.True(line[0] is '{' or '[', line));
        Assert.Contains($"Ledger hash {lived.Hash}", said.Error, StringComparison.Ordinal);
    }

    private static int Count(JsonObject report, string name, string column) => (int)report["counts"]!.AsArray().Single(c => (string)c!["name"]! == name)![column]!;

    private static async Task<string> WriteAsync(string text)
    {
        var file = Cli.NewFile(".jsonl");
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
