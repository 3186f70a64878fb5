using Alimenta.Web.Components.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alimenta.Web.Tests;

public sealed class FormStateTests
{
    [Fact]
    public void Only_the_form_that_was_sent_takes_what_was_typed()
    {
        var http = Sent(("_handler", "one"), ("amount", " 12 "));
        Assert.Equal(" 12 ", FormState.Of(http, "one").Raw("amount"));
        Assert.False(FormState.Of(http, "two").IsSent);
        Assert.Equal("7", FormState.Of(http, "two", [("amount", "7")]).Raw("amount"));
    }

    [Theory]
    [InlineData("1,234.56", 123456)]
    [InlineData("$5", 500)]
    public void An_amount_is_read_as_people_write_it(string text, long cents)
    {
        var form = FormState.Of(Sent(("_handler", "f"), ("amount", text)), "f");
        Assert.Equal(cents, form.Amount("amount", "Enter the amount.").Cents);
        Assert.True(form.Ok);
    }

    [Theory]
    [InlineData("", "Enter the amount.")]
    [InlineData("12.345", "Write the amount in dollars and cents, such as 1,234.56.")]
    [InlineData("five", "Write the amount in dollars and cents, such as 1,234.56.")]
    [InlineData("-5", "An amount may not be negative.")]
    [InlineData("99999999999999999999", "This amount is too large: the most is $999,999,999.99.")]
    [InlineData("$1,000,000,000.00", "This amount is too large: the most is $999,999,999.99.")]
    public void What_is_no_amount_is_told_and_kept(string text, string message)
    {
        var form = FormState.Of(Sent(("_handler", "f"), ("amount", text)), "f");
        form.Amount("amount", "Enter the amount.");
        Assert.Equal(message, form.ErrorOf("amount"));
        Assert.Equal(text, form.Raw("amount"));
    }

    [Theory]
    [InlineData("2", "29", "2024", "2024-02-29")]
    [InlineData("02", "29", "2026", null)]
    [InlineData("13", "1", "2026", null)]
    [InlineData("2", "", "2026", null)]
    [InlineData("2", "1", "26", null)]
    public void A_date_is_a_day_that_exists(string month, string day, string year, string? date)
    {
        var form = FormState.Of(Sent(("_handler", "f"), ("on-month", month), ("on-day", day), ("on-year", year)), "f");
        Assert.Equal(date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd"), form.Date("on", "Enter the day."));
        Assert.Equal(date is null, form.ErrorOf("on").Length > 0);
    }

    [Theory]
    [InlineData("11", "20", "1899", "The year 1899 cannot be meant. Enter a year from 1900 to 2200.")]
    [InlineData("1", "1", "9999", "The year 9999 cannot be meant. Enter a year from 1900 to 2200.")]
    [InlineData("2", "30", "1899", "There is no such day. Write month, day and a year of four digits, such as 11 20 2026.")]
    public void A_day_that_exists_in_a_year_that_cannot_be_meant_is_told_as_such(string month, string day, string year, string message)
    {
        var form = FormState.Of(Sent(("_handler", "f"), ("on-month", month), ("on-day", day), ("on-year", year)), "f");
        Assert.Null(form.Date("on", "Enter the day."));
        Assert.Equal(message, form.ErrorOf("on"));
    }

    [Theory]
    [InlineData("3", 3, "")]
    [InlineData("999999999999", int.MaxValue, "")]
    [InlineData("two", 0, "Enter how many.")]
    [InlineData("", 0, "Enter how many.")]
    public void A_count_too_long_to_be_read_is_the_highest_there_is(string text, int count, string message)
    {
        var form = FormState.Of(Sent(("_handler", "f"), ("n", text)), "f");
        Assert.Equal((count, message), (form.Count("n", "Enter how many."), form.ErrorOf("n")));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("another's key", false)]
    public void The_key_of_a_form_comes_back_when_it_is_one_of_ours(string key, bool kept) =>
        Assert.Equal(kept, FormState.Of(Sent(("_handler", "f"), ("form-key", key)), "f").Key == key);

    [Fact]
    public void A_refusal_stands_beside_its_field()
    {
        var form = FormState.Of(new DefaultHttpContext(), "f");
        form.Refuse(new("R-TEST", "The order has ended.", "Choose another.", "ORS 25.020", "order"));
        Assert.Equal("The order has ended. Choose another. (ORS 25.020)", form.ErrorOf("order"));
        Assert.False(form.Ok);
    }

    private static DefaultHttpContext Sent(params (string Name, string Value)[] fields)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
        return http;
    }
}
