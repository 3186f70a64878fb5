namespace Alimenta.Law.Tests.Store;

/// <summary>What a person reads who made a mistake in the law tree: every fault at once, with its place and what to do.</summary>
public class LoadFailuresTests
{
    private static readonly LawText[] Tree =
    [
        new("us/a/syntax.jsonc", "// A comma is missing.\n{\n  \"id\": \"us/a/syntax\"\n  \"says\": \"x\"\n}"),
        new("us/a/empty.jsonc", ""),
        new("us/a/word.jsonc", "\"a word\""),
        new("us/a/members.jsonc", "{\n  \"id\": \"us/a/members\",\n  \"says\": \"x\",\n  \"unti\": \"cents\",\n  \"trigger\": \"x\",\n  \"status\": \"sure\",\n  \"status\": \"verified\",\n  \"values\": []\n}"),
        new("us/a/path.jsonc", One("us/b/path", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""")),
        new("us/a/form.jsonc", One("us/a/Form", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""")),
        new("us/a/several.jsonc", "[\n" + One("us/a/several", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""") + "\n]"),
        new("us/a/money.jsonc", One("us/a/money", "cents", """[ { "from": "2000-01-01", "value": 150.5 } ]""")),
        new("us/a/negative.jsonc", One("us/a/negative", "days", """[ { "from": "2000-01-01", "value": -1 } ]""")),
        new("us/a/share.jsonc", One("us/a/share", "ppm", """[ { "from": "2000-01-01", "value": "50 %" } ]""")),
        new("us/a/flag.jsonc", One("us/a/flag", "flag", """[ { "from": "2000-01-01", "value": "yes" } ]""")),
        new("us/a/day.jsonc", One("us/a/day", "date", """[ { "from": "2000-02-30", "value": "2009-10-01" }, { "value": "1 Oct 2009", "form": "2009-01-01" } ]""")),
        new("us/a/of.jsonc", One("us/a/of", "word", """[ { "from": "2000-01-01", "value": "x" } ]""")),
        new("us/a/odd-word.jsonc", One("us/a/odd-word", "word", """[ { "from": "2000-01-01", "value": "z" } ]""", "\"of\": [\"x\", \"y\"], ")),
        new("us/a/twice.jsonc", One("us/a/twice", "words", """[ { "from": "2000-01-01", "value": ["x", "x"] } ]""", "\"of\": [\"x\", \"y\"], ")),
        new("us/a/columns.jsonc", One("us/a/columns", "table", """[ { "from": "2000-01-01", "value": [ [1, 2] ] } ]""")),
        new("us/a/rows.jsonc", One("us/a/rows", "table", """[ { "from": "2000-01-01", "value": [ [1], ["x", 2] ] } ]""", "\"columns\": { \"level\": \"ppm\", \"amount\": \"cents\" }, ")),
        new("us/a/clock.jsonc", One("us/a/clock", "clock", """[ { "from": "2000-01-01", "value": { "amount": 2, "in": "fortnights", "after": "lunch" } } ]""")),
        new("us/a/promptly.jsonc", One("us/a/promptly", "clock", """[ { "from": "2000-01-01", "value": { "amount": 2, "in": "promptly" } } ]""", "\"trigger\": \"x\", \"row\": 1, ")),
        new("us/a/unit.jsonc", One("us/a/unit", "dollars", """[ { "from": "2000-01-01", "value": 1 } ]""")),
        new("us/a/gap.jsonc", One("us/a/gap", "cents", """[ { "from": "2000-01-01", "to": "2000-12-31", "value": 1 }, { "from": "2001-02-01", "value": 2 } ]""")),
        new("us/a/overlap.jsonc", One("us/a/overlap", "cents", """[ { "from": "2000-01-01", "to": "2001-12-31", "value": 1 }, { "from": "2001-02-01", "value": 2 } ]""")),
        new("us/a/order.jsonc", One("us/a/order", "cents", """[ { "from": "2001-01-01", "value": 1 }, { "from": "2000-01-01", "value": 2 } ]""")),
        new("us/a/ends.jsonc", One("us/a/ends", "cents", """[ { "from": "2001-01-01", "to": "2000-12-31", "value": 1 } ]""")),
        new("us/b.jsonc", "[\n" + One("us/b/one", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""") + "\n]"),
        new("us/b/one.jsonc", One("us/b/one", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""")),
    ];

    private static string One(string id, string unit, string values, string more = "") =>
        $"{{ \"id\": \"{id}\", \"says\": \"S.\", \"unit\": \"{unit}\", {more}\"citation\": \"1 USC 1\", \"status\": \"verified\", \"source\": \"Read.\",\n  \"values\": {values} }}";

    [Fact]
    public void Every_fault_is_told_with_its_place_and_what_to_do()
    {
        Assert.Null(LawStore.TryLoad(Tree, out var faults));
        Golden.Is("Store/load-failures.golden.txt", string.Join('\n', faults));
        Assert.Equal(Tree.Select(t => t.Path).Except(["us/b.jsonc"]).Order(StringComparer.Ordinal), faults.Select(f => f.File).Distinct());
    }

    [Fact]
    public void Loading_throws_with_the_same_list()
    {
        LawStore.TryLoad(Tree, out var faults);
        Assert.Equal(faults, Assert.Throws<LawFaultsException>(() => LawStore.Load(Tree)).Faults);
    }

    [Fact]
    public void An_empty_tree_is_refused()
    {
        Assert.Null(LawStore.TryLoad([], out var faults));
        Assert.Contains("no parameter", Assert.Single(faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_any_kind_are_refused_without_an_exception()
    {
        var random = new Random(20261121);
        var whole = One("us/x/y", "cents", """[ { "from": "2000-01-01", "value": 1 } ]""");
        for (var i = 0; i < 1000; i++)
        {
            var text = whole.ToCharArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--) text[random.Next(text.Length)] = (char)random.Next(32, 128);
            var store = LawStore.TryLoad([new("us/x/y.jsonc", new string(text))], out var faults);
            Assert.True(store is null == faults.Count > 0);
        }
    }
}
