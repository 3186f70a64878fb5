namespace Alimenta.Kernel.Tests;

public class ExplanationTests
{
    private static readonly ParameterRead Threshold = new("us/offset/threshold", new(1996, 10, 1), "$150.00", "45 CFR 303.72(a)(2)", "verified");

    [Fact]
    public void Keeps_steps_in_the_order_taken()
    {
        var why = new Explanation("us/distribution", "42 USC 657");
        Assert.Same(why, why.Step("First.").Step("Second.", "45 CFR 302.51(a)(1)", "arrears"));
        Assert.Equal([new("First.", "", ""), new("Second.", "45 CFR 302.51(a)(1)", "arrears")], why.Steps);
        Assert.Equal(("us/distribution", "42 USC 657"), (why.Rule, why.Citation));
    }

    [Fact]
    public void Notes_a_parameter_once_however_often_it_was_read()
    {
        var why = new Explanation("us/offset", "45 CFR 303.72");
        why.Read(Threshold);
        why.Read(Threshold with { });
        why.Read(Threshold with { From = new(2007, 10, 1) });
        Assert.Equal([Threshold, Threshold with { From = new(2007, 10, 1) }], why.Parameters);
    }

    [Fact]
    public void Holds_the_explanations_of_the_rules_it_called()
    {
        var why = new Explanation("us/distribution", "42 USC 657");
        var child = why.Child("us/fee", "42 USC 654(6)(B)");
        child.Step("The fee is not due.");
        Assert.Same(child, Assert.Single(why.Children));
        Assert.Empty(why.Steps);
        Assert.Single(child.Steps);
    }

    [Fact]
    public void Costs_nothing_when_nobody_asks()
    {
        var written = 0;
        string Sentence() => $"Sentence {++written}.";

        static int Rule(Explanation? why, Func<string> sentence)
        {
            why?.Step($"{sentence()}");
            return 1;
        }

        Rule(null, Sentence);
        Assert.Equal(0, written);
        Rule(new("us/x", "none"), Sentence);
        Assert.Equal(1, written);
    }

    [Fact]
    public void A_result_carries_its_explanation_when_asked_for()
    {
        var why = new Explanation("us/x", "none");
        Assert.Same(why, new Explained<Money>(Money.Of(1), why).Why);
        Assert.Null(new Explained<Money>(Money.Of(1), null).Why);
    }
}
