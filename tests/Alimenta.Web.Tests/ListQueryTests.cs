using Alimenta.Web.Components.Tables;
using Microsoft.AspNetCore.Http;

namespace Alimenta.Web.Tests;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("?sort=amount&dir=down&page=3&size=20", "amount", true, 3, 20)]
    [InlineData("?sort=password;drop&dir=down", "on", false, 1, 50)]
    [InlineData("?page=0&size=999999", "on", false, 1, 50)]
    [InlineData("?page=-1&size=abc", "on", false, 1, 50)]
    [InlineData("", "on", false, 1, 50)]
    public void Only_known_keys_and_sane_numbers_are_taken(string address, string sort, bool down, int page, int size)
    {
        var query = Read(address);
        Assert.Equal((sort, down, page, size), (query.Sort, query.Down, query.Page, query.Size));
    }

    [Fact]
    public void Links_keep_the_filters_and_turn_the_order_round()
    {
        var query = Read("?status=open&evil=1&sort=amount&page=2");
        Assert.Equal("/receipts?status=open&sort=amount&dir=down", query.SortedBy("amount"));
        Assert.Equal("/receipts?status=open&sort=on", query.SortedBy("on"));
        Assert.Equal("/receipts?status=open&sort=amount&page=3", query.ToPage(3));
        Assert.Equal("/receipts?sort=amount", query.With("status", ""));
        Assert.Equal("/receipts.csv?status=open&sort=amount", query.At("/receipts.csv"));
        Assert.Equal("/receipts?status=open&sort=on&page=3", query.Unsorted("on").ToPage(3));
    }

    [Fact]
    public void A_filter_cannot_break_out_of_its_place() =>
        Assert.Equal("/receipts?status=a%26b%3D%22%3Cscript%3E&sort=on", Read("?status=" + Uri.EscapeDataString("a&b=\"<script>")).ToPage(1));

    private static ListQuery Read(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/receipts";
        http.Request.QueryString = new(address);
        return ListQuery.Read(http.Request, ["on", "amount"], "on", false, "status");
    }
}
