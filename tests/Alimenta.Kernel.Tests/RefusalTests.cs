namespace Alimenta.Kernel.Tests;

public class RefusalTests
{
    private static readonly Refusal Taken = new("R-TAKEN", "It is taken.", "Choose another.", "45 CFR 302.51", "receipt");

    [Fact]
    public void Is_read_as_code_what_remedy_and_citation()
    {
        Assert.Equal("R-TAKEN  It is taken. Choose another. (45 CFR 302.51)", Taken.ToString());
        Assert.Equal("R-X  No. Ask.", new Refusal("R-X", "No.", "Ask.").ToString());
    }

    [Fact]
    public void An_outcome_is_a_result_or_a_refusal()
    {
        Outcome<int> result = 7, refused = Taken;
        Assert.True(result is { Ok: true, Value: 7, Refusal: null });
        Assert.False(refused.Ok);
        Assert.Same(Taken, refused.Refusal);
        Assert.Contains("R-TAKEN", Assert.Throws<InvalidOperationException>(() => refused.Value).Message);
    }

    [Fact]
    public void An_outcome_can_be_printed_whatever_it_is()
    {
        Outcome<int> result = 7, refused = Taken;
        Assert.Equal("7", result.ToString());
        Assert.Equal(Taken.ToString(), refused.ToString());
        Assert.Equal("Nobody decided this outcome.", default(Outcome<int>).ToString());
    }

    [Fact]
    public void An_outcome_that_nobody_decided_is_no_result()
    {
        Assert.False(default(Outcome<int>).Ok);
        Assert.Throws<InvalidOperationException>(() => default(Outcome<int>).Value);
        Assert.Throws<ArgumentNullException>(() => (Outcome<int>)(Refusal)null!);
    }
}
