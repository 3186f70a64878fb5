namespace Alimenta.Law.Tests.Store;

public class LawStoreTests
{
    private static string One(string values, string more = "", string unit = "cents") =>
        $$"""
        { "id": "us/x/y", "says": "S.", "unit": "{{unit}}", "citation": "1 USC 1", "status": "verified", "source": "Read.", {{more}} "values": {{values}} }
        """;

    private static LawStore Load(string text) => LawStore.Load([new("us/x/y.jsonc", text)]);

    private static string Faults(string text, string path = "us/x/y.jsonc")
    {
        Assert.Null(LawStore.TryLoad([new(path, text)], out var faults));
        return string.Join('\n', faults);
    }

    [Fact]
    public void A_value_holds_from_its_day_until_the_next_one()
    {
        var store = Load(One("""[ { "from": "2000-01-01", "value": 100 }, { "from": "2010-01-01", "value": 200, "to": "2019-12-31" } ]"""));
        Assert.Equal(Money.Of(1), store.On(new(2000, 1, 1)).Money("us/x/y"));
        Assert.Equal(Money.Of(1), store.On(new(2009, 12, 31)).Money("us/x/y"));
        Assert.Equal(Money.Of(2), store.On(new(2010, 1, 1)).Money("us/x/y"));
        Assert.Equal(Money.Of(2), store.On(new(2019, 12, 31)).Money("us/x/y"));
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2020-01-01")]
    public void An_uncovered_day_is_refused_and_never_answered_with_the_nearest_value(string day)
    {
        var store = Load(One("""[ { "from": "2000-01-01", "to": "2019-12-31", "value": 100 } ]"""));
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var no = Assert.Throws<LawNotCovered>(() => store.On(date).Money("us/x/y"));
        Assert.Equal(("us/x/y", date, "1 USC 1"), (no.Id, no.Date, no.Citation));
        Assert.Equal(new DatePeriod(new(2000, 1, 1), new(2019, 12, 31)), no.Covered);
        var refusal = no.ToRefusal();
        Assert.Equal("L-NOT-COVERED", refusal.Code);
        Assert.Contains("1 Jan 2000 to 31 Dec 2019", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_and_an_unknown_policy_are_refused()
    {
        var store = Load(One("""[ { "from": "2000-01-01", "value": 100 } ]"""));
        Assert.Null(Assert.Throws<LawNotCovered>(() => store.On(new(2020, 1, 1)).Money("us/x/z")).Covered);
        Assert.Throws<LawNotCovered>(() => store.On(new(2020, 1, 1), "us-zz"));
    }

    [Fact]
    public void A_parameter_read_as_another_unit_is_a_broken_promise() =>
        Assert.Throws<InvalidOperationException>(() => Load(One("""[ { "from": "2000-01-01", "value": 100 } ]""")).On(new(2020, 1, 1)).Ppm("us/x/y"));

    [Fact]
    public void Every_reading_is_noted_with_its_status_when_asked_for()
    {
        var store = Load(One("""[ { "from": "2000-01-01", "value": 100 }, { "from": "2010-01-01", "value": 250, "status": "unconfirmed", "citation": "2 USC 2" } ]"""));
        var why = new Explanation("us/test", "none");
        store.On(new(2009, 1, 1)).Money("us/x/y", why);
        store.On(new(2011, 1, 1)).Money("us/x/y", why);
        Assert.Equal(
            [
                new ParameterRead("us/x/y", new(2000, 1, 1), "$1.00", "1 USC 1", "verified"),
                new ParameterRead("us/x/y", new(2010, 1, 1), "$2.50", "2 USC 2", "unconfirmed"),
            ],
            why.Parameters);
    }

    [Fact]
    public void A_state_goes_before_the_federal_default_on_the_days_it_covers_and_an_agency_before_both()
    {
        static LawText Text(string of, string values) => new($"{of}/policy/p.jsonc",
            $$"""{ "id": "{{of}}/policy/p", "says": "S.", "unit": "count", "citation": "C", "status": "choice", "source": "R", "values": {{values}} }""");
        var store = LawStore.Load(
        [
            Text("us", """[ { "from": "2000-01-01", "value": 1 } ]"""),
            Text("or", """[ { "from": "2010-01-01", "value": 2 } ]"""),
            Text("agency", """[ { "from": "2020-01-01", "to": "2020-12-31", "value": 3 } ]"""),
        ]);
        Assert.Equal(["us", "us-or"], store.Policies);
        Assert.Equal(1, store.On(new(2015, 1, 1)).Whole("policy/p"));
        Assert.Equal(1, store.On(new(2009, 12, 31), "us-or").Whole("policy/p"));
        Assert.Equal(2, store.On(new(2010, 1, 1), "us-or").Whole("policy/p"));
        Assert.Equal(3, store.On(new(2020, 6, 1), "us-or").Whole("policy/p"));
        Assert.Equal(2, store.On(new(2021, 1, 1), "us-or").Whole("policy/p"));
    }

    [Fact]
    public void An_agency_adds_its_own_policy_and_nothing_else()
    {
        const string share = """{ "id": "agency/policy/federal-share", "says": "S.", "unit": "ppm", "citation": "Published", "status": "verified", "source": "R", "values": [ { "from": "2026-10-01", "value": 612345 } ] }""";
        var store = LawStore.WithAgency([new("agency/policy/federal-share.jsonc", share)]);
        Assert.Equal(500000, store.On(new(2026, 9, 30), "us-or").Ppm("policy/federal-share"));
        Assert.Equal(612345, store.On(new(2026, 10, 1), "us-or").Ppm("policy/federal-share"));
        Assert.NotEqual(LawStore.BuiltIn.Version, store.Version);
        Assert.Equal(["us", "us-ia", "us-ny", "us-or"], store.Policies);
        Assert.Contains("agency/policy/", Assert.Single(Assert.Throws<LawFaultsException>(() => LawStore.WithAgency([new("us/policy/extra.jsonc", share)])).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_follows_the_content_and_not_the_comments()
    {
        var plain = One("""[ { "from": "2000-01-01", "value": 100 } ]""");
        Assert.Equal(Load(plain).Version, Load("// A remark.\r\n" + plain.Replace("\n", "\r\n", StringComparison.Ordinal)).Version);
        Assert.NotEqual(Load(plain).Version, Load(plain.Replace("100", "101", StringComparison.Ordinal)).Version);
        Assert.Equal(64, Load(plain).Version.Length);
    }

    [Fact]
    public void A_gap_an_overlap_and_a_wrong_order_are_refused_with_the_place()
    {
        Assert.Contains("us/x/y.jsonc:1:", Faults(One("""[ { "from": "2000-01-01", "to": "2000-12-31", "value": 1 }, { "from": "2001-01-02", "value": 2 } ]""")), StringComparison.Ordinal);
        Assert.Contains("No value holds from 2001-01-01 to 2001-01-01.", Faults(One("""[ { "from": "2000-01-01", "to": "2000-12-31", "value": 1 }, { "from": "2001-01-02", "value": 2 } ]""")), StringComparison.Ordinal);
        Assert.Contains("Two values hold on 2000-12-31.", Faults(One("""[ { "from": "2000-01-01", "to": "2000-12-31", "value": 1 }, { "from": "2000-12-31", "value": 2 } ]""")), StringComparison.Ordinal);
        Assert.Contains("stands after one from 2001-01-01", Faults(One("""[ { "from": "2001-01-01", "value": 1 }, { "from": "2000-01-01", "value": 2 } ]""")), StringComparison.Ordinal);
        Assert.Contains("ends before it begins", Faults(One("""[ { "from": "2001-01-01", "to": "2000-01-01", "value": 1 } ]""")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_citation_is_refused() =>
        Assert.Contains("The parameter has no \"citation\".", Faults("""{ "id": "us/x/y", "says": "S.", "unit": "cents", "status": "verified", "source": "R", "values": [ { "from": "2000-01-01", "value": 1 } ] }"""), StringComparison.Ordinal);

    [Fact]
    public void A_place_is_counted_in_characters()
    {
        Assert.Null(LawStore.TryLoad([new("us/x/y.jsonc", "{\n  \"says\": \"äöü\", \"odd\": 1\n}")], out var faults));
        Assert.Contains(faults, f => f is { Line: 2, Column: 18 } && f.Reason.Contains("\"odd\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_law_that_comes_with_the_product_loads_and_every_parameter_is_cited()
    {
        Assert.NotEmpty(LawStore.BuiltIn.Parameters);
        Assert.Equal(["us", "us-ia", "us-ny", "us-or"], LawStore.BuiltIn.Policies);
        Assert.All(LawStore.BuiltIn.Parameters, p => Assert.False(string.IsNullOrWhiteSpace(p.Citation) || string.IsNullOrWhiteSpace(p.Source) || string.IsNullOrWhiteSpace(p.Says), p.Id));
    }
}
