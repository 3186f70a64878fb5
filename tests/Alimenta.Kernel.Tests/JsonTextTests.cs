using System.Text.Json;

namespace Alimenta.Kernel.Tests;

public sealed class JsonTextTests
{
    [Fact]
    public void One_text_says_nothing_of_the_text_before_it()
    {
        Assert.Equal("[1,2,3]", Numbers(1, 2, 3));
        Assert.Equal("[4]", Numbers(4));
        Assert.Equal("[]", Numbers());
    }

    [Fact]
    public void A_text_may_be_written_while_another_is() => Assert.Equal("""["[1]","[2,3]"]""", JsonText.Of(0, (json, _) =>
    {
        json.WriteStartArray();
        json.WriteStringValue(Numbers(1));
        json.WriteStringValue(Numbers(2, 3));
        json.WriteEndArray();
    }).Replace("\\u0022", "", StringComparison.Ordinal));

    [Fact]
    public void A_text_that_broke_off_leaves_nothing_in_the_next()
    {
        Assert.Throws<FormatException>(() => JsonText.Of(0, (json, _) =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(99);
            throw new FormatException();
        }));
        Assert.Equal("[5]", Numbers(5));
    }

    [Fact]
    public void A_long_text_is_whole_and_a_short_one_after_it_too()
    {
        var many = Enumerable.Range(0, 100_000).ToArray();
        Assert.Equal(many, JsonSerializer.Deserialize<int[]>(Numbers(many)));
        Assert.Equal("[6]", Numbers(6));
    }

    [Fact]
    public void Threads_do_not_write_into_each_other() => Parallel.For(0, 2_000, n => Assert.Equal($"[{n},{n + 1}]", Numbers(n, n + 1)));

    private static string Numbers(params int[] numbers) => JsonText.Of(numbers, static (json, all) =>
    {
        json.WriteStartArray();
        foreach (var number in all) json.WriteNumberValue(number);
        json.WriteEndArray();
    });
}
