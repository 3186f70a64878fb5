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

    [Theory]
    [InlineData("--seeds takes a whole number from 1 to 1,000,000, not -3.", "simulate", "--seeds", "-3")]
    [InlineData("--seeds takes a whole number from 1 to 1,000,000, not 0.", "simulate", "--seeds", "0")]
    [InlineData("--first takes a whole number from 0 to 1,000,000,000,000, not -1.", "simulate", "--first", "-1")]
    [InlineData("--hours takes a number from 0.01 to 1,000, not -1.", "simulate", "--hours", "-1")]
    [InlineData("--hours takes a number from 0.01 to 1,000, not nan.", "simulate", "--hours", "nan")]
    [InlineData("--years takes a whole number from 1 to 50, not 99999999.", "simulate", "--years", "99999999")]
    [InlineData("--days takes a whole number from 1 to 12,500, not 0.", "simulate", "--days", "0")]
    [InlineData("--cases takes a whole number from 5 to 2,000, not 3.", "simulate", "--cases", "3")]
    [InlineData("--cases takes a whole number from 1 to 50,000, not 0.", "demo", "--cases", "0")]
    [InlineData("--seed takes a whole number from 0 to 1,000,000,000,000, not 1e3.", "demo", "--seed", "1e3")]
    [InlineData("--cases takes a whole number from 1 to 10,000,000, not 0.", "bench", "--cases", "0")]
    [InlineData("--cases takes a whole number from 1 to 10,000,000, not -5.", "bench", "--cases", "-5")]
    [InlineData("--cases takes a whole number from 200 to 10,000,000, not 199.", "bench", "--cases", "199")]
    [InlineData("--cases takes a whole number from 1 to 50,000, not 50001.", "bench", "--road", "--cases", "50001")]
    [InlineData("--orders takes a whole number from 1 to 100,000,000, not -1.", "bench", "--guidelines", "--orders", "-1")]
    [InlineData("--kills takes a whole number from 1 to 10,000, not 0.", "bench", "--kills", "0")]
    [InlineData("--records takes a whole number from 100 to 9,999,990, not 99999999.", "bench", "--records", "99999999")]
    [InlineData("--seconds takes a whole number from 1 to 86,400, not 99999999999.", "bench", "--seconds", "99999999999")]
    [InlineData("--lease takes a whole number from 1 to 86,400, not 0.", "worker", "--lease", "0")]
    [InlineData("--part takes a whole number from 1 to 1,000,000, not 0.", "receive", "payroll.ach", "--part", "0")]
    [InlineData("--whole takes a whole number from 0 to 1,000,000, not -1.", "disburse", "--whole", "-1")]
    [InlineData("--max-data-age takes a whole number from 1 to 3,600, not long.", "serve", "--max-data-age", "long")]
    [InlineData("--road and --guidelines measure without the server that --legs needs: say one or the other.", "bench", "--road", "--legs", "P1")]
    public async Task A_number_out_of_bounds_is_refused_with_what_was_given_and_the_bounds(string sentence, params string[] words)
    {
        var said = await Cli.RunAsync(words);
        Assert.Equal((2, "", $"{sentence}\nSee: alimenta {words[0]} --help\n"), (said.Code, said.Out, said.Error.ReplaceLineEndings("\n")));
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
