using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>What is wrong is said in a sentence with a remedy: the same to a person and to a program, and never as a trace.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData(1, "R-NO-FILE", "import", "none.jsonl")]
    [InlineData(1, "R-FILE-FOLDER", "import", ".")]
    [InlineData(1, "R-FILE-EMPTY", "import", "EMPTY")]
    [InlineData(1, "R-IMPORT-HEAD", "import", "WORDS", "--dry-run", "--database", "no.db")]
    [InlineData(1, "R-NO-FILE", "receive", "none.ach")]
    [InlineData(1, "R-FILE-FOLDER", "receive", ".")]
    [InlineData(1, "R-FILE-FOLDER", "replay", ".")]
    [InlineData(1, "R-FILE-EMPTY", "replay", "EMPTY")]
    [InlineData(1, "R-JSON", "replay", "WORDS")]
    [InlineData(1, "R-FILE-FOLDER", "law", "eval", "us/distribution", "--as-of", "2026-11-20", "--facts", ".")]
    [InlineData(1, "R-NO-DATABASE", "export", "--out", "no.jsonl", "--database", "no.db")]
    [InlineData(1, "R-NO-DATABASE", "prove", "--database", "no.db")]
    [InlineData(1, "R-NO-DATABASE", "explain", "hold", "1", "--database", "no.db")]
    [InlineData(1, "R-DATABASE-ADDRESS", "prove", "--database", ".")]
    [InlineData(1, "R-DATABASE-ADDRESS", "worker", "--once", "--database", "mysql://somewhere/x")]
    [InlineData(1, "R-DATABASE-ADDRESS", "migrate", "--database", "postgres://")]
    [InlineData(1, "R-DATABASE-ADDRESS", "disburse", "--database", "postgres://a:secret@host:99999/x")]
    [InlineData(1, "R-DATABASE", "batch", "status", "--database", "postgres://a:secret@127.0.0.1:1/x")]
    [InlineData(1, "R-DATABASE", "prove", "--database", "WORDS")]
    [InlineData(1, "R-NO-FOLDER", "export", "--out", "no/where.jsonl")]
    [InlineData(1, "R-FILE-THERE", "export", "--out", "WORDS")]
    [InlineData(1, "R-DEMO-CASES", "demo", "--cases", "0", "--no-serve")]
    [InlineData(1, "L-AS-OF", "guideline", "or", "--as-of", "2026-02-30")]
    [InlineData(1, "L-AS-OF", "guideline", "or", "--csv", "in.csv", "out.csv", "--as-of", "11/20/2026")]
    [InlineData(1, "L-AS-OF", "law", "eval", "us/distribution", "--as-of", "yesterday")]
    [InlineData(2, "R-COMMAND-WORDS", "export", "--book", "--caseload")]
    [InlineData(2, "R-COMMAND-WORDS", "serve", "--address", "somewhere")]
    [InlineData(2, "R-COMMAND-WORDS", "batch", "open", "tomorrow")]
    [InlineData(2, "R-COMMAND-WORDS", "bench", "--fast")]
    public async Task A_fault_is_a_sentence_with_a_remedy(int code, string refusal, params string[] words)
    {
        var (empty, text) = (Cli.NewFile(".empty"), Cli.NewFile(".txt"));
        await File.WriteAllTextAsync(empty, "");
        await File.WriteAllTextAsync(text, "These are words, and no file of any kind that the program knows.\n");
        string[] asked = [.. words.Select(w => w == "EMPTY" ? empty : w == "WORDS" ? text : w)];

        var program = await Cli.RunAsync([.. asked, "--json"]);
        Assert.Equal((code, refusal), (program.Code, (string)program.Json["code"]!));
        Assert.False((bool)program.Json["ok"]!);
        Assert.NotEqual("", (string)program.Json["remedy"]!);
        Assert.DoesNotContain("secret", program.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Out + program.Error, StringComparison.Ordinal);
        foreach (var none in (string[])["no.db", "no.jsonl", "no.jsonl.part"]) Assert.False(File.Exists(Path.Combine(TestFolder.Path, none)), none);
        foreach (var file in (string[])[empty, text]) File.Delete(file);
    }

    [Fact]
    public async Task A_person_reads_the_sentence_and_where_to_look()
    {
        var missing = await Cli.RunAsync("import", "none.jsonl");
        Assert.Equal((1, "", "R-NO-FILE  There is no file none.jsonl. Check the path.\n"), (missing.Code, missing.Out, missing.Error.ReplaceLineEndings("\n")));
        var off = await Cli.RunAsync("batch", "opne");
        Assert.Equal((2, "", "Unrecognized command or argument 'opne'.\nSee: alimenta batch --help\n"), (off.Code, off.Out, off.Error.ReplaceLineEndings("\n")));
    }
}
