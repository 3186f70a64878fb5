using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Web.Hosting;

namespace Alimenta.Web.Tests;

public sealed partial class PagesTests
{
    [Fact]
    public async Task Every_page_carries_the_headers_and_nothing_inline()
    {
        await using var server = await Server.StartAsync(new() { Https = true });
        foreach (var role in (string[])[Roles.Supervisor, Roles.Administrator])
        {
            var visitor = await server.VisitAsync(role);
            foreach (var endpoint in EndpointsTests.All(server).Where(EndpointsTests.IsPage))
            {
                var answer = await visitor.GetAsync(EndpointsTests.Sample(endpoint));
                CheckHeaders(answer);
                CheckNothingInline(await answer.Content.ReadAsStringAsync(), EndpointsTests.Path(endpoint));
            }
        }
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/law/us/nothing")]
    [InlineData("/accounts")]
    public async Task Errors_carry_the_headers_and_say_what_to_do(string path)
    {
        await using var server = await Server.StartAsync(new() { Https = true });
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var answer = await visitor.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        var words = ErrorWords.For((int)answer.StatusCode);
        Assert.Contains(words.Status, (int[])[403, 404]);
        Assert.Contains(words.What, page, StringComparison.Ordinal);
        Assert.Contains(words.Remedy, page, StringComparison.Ordinal);
        CheckHeaders(answer);
        CheckNothingInline(page, path);
    }

    [Fact]
    public async Task Cookies_are_guarded()
    {
        await using var server = await Server.StartAsync(new() { Https = true });
        var visitor = await server.VisitAsync(Roles.Supervisor);
        Assert.Contains("__Host-alimenta-session", visitor.Cookies.Keys);
        var fresh = await server.VisitAsync();
        var set = (await fresh.GetAsync("/sign-in")).Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-alimenta-form=", set, StringComparison.Ordinal);
        foreach (var flag in (string[])["secure", "httponly", "samesite=strict", "path=/"]) Assert.Contains(flag, set, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        foreach (var (path, name) in ((string, string)[])[("/account", "own-password"), ("/sign-out", ""), ("/sign-in", "sign-in")])
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(path, [new("_handler", name)])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Style_and_script_are_served_to_be_kept_and_hold_what_they_should()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        var links = Assets().Matches(await visitor.ReadAsync("/sign-in")).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(links, l => l.EndsWith("uswds.min.css", StringComparison.Ordinal));
        Assert.Contains(links, l => l.EndsWith("alimenta.js", StringComparison.Ordinal));
        foreach (var link in links)
        {
            var answer = await visitor.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 200, link);
        }
    }

    [Fact]
    public async Task Every_file_that_a_style_sheet_of_ours_names_is_there()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        var sheet = await visitor.ReadAsync(WebAssets.Url("uswds/css/uswds.min.css"));
        var fonts = Fonts().Matches(sheet).Select(m => m.Groups[1].Value).Where(f => f.Contains("sourcesanspro-regular", StringComparison.Ordinal) || f.Contains("sourcesanspro-bold-", StringComparison.Ordinal) || f.Contains("Merriweather-Bold.", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, fonts.Count);
        foreach (var font in fonts) Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(WebAssets.Url("uswds/" + font))).StatusCode);
    }

    internal static void CheckNothingInline(string page, string path)
    {
        Assert.False(InlineStyle().IsMatch(page), $"{path} has an inline style.");
        Assert.False(InlineScript().IsMatch(page), $"{path} has an inline script.");
        Assert.False(Handler().IsMatch(page), $"{path} has an inline handler.");
    }

    private static void CheckHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("max-age=63072000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [GeneratedRegex("<style|<[^>]+\\sstyle=")]
    private static partial Regex InlineStyle();

    [GeneratedRegex("<script(?![^>]*\\ssrc=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex("<[^>]+\\son[a-z]+=|javascript:")]
    private static partial Regex Handler();

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"")]
    private static partial Regex Assets();

    [GeneratedRegex("url\\(\\.\\./(fonts/[^)]+)\\)")]
    private static partial Regex Fonts();
}
