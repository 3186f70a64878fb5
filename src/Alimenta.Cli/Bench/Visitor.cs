using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Bench;

namespace Alimenta.Cli.Bench;

/// <summary>Someone who reads pages as a browser does, and how long each took from its request to its last byte.</summary>
internal sealed partial class Visitor(HttpClient client, string cookies)
{
    private string _cookies = cookies;
    private string _token = "";

    /// <summary>Reads the page of a case.</summary>
    public async Task<double> CaseAsync(int i, CancellationToken cancel)
    {
        var number = BenchOffice.CaseNumber(i);
        return (await SendAsync(new(HttpMethod.Get, $"/cases/{number}"), number, cancel)).Milliseconds;
    }

    /// <summary>Reads the cases with something to do, the next due first.</summary>
    public async Task<double> WorklistAsync(CancellationToken cancel) => (await SendAsync(new(HttpMethod.Get, "/cases?with=tasks&sort=task"), "id=\"cases\"", cancel)).Milliseconds;

    /// <summary>Reads the list of all cases.</summary>
    public async Task<double> CasesAsync(CancellationToken cancel) => (await SendAsync(new(HttpMethod.Get, "/cases"), "id=\"cases\"", cancel)).Milliseconds;

    /// <summary>Searches for whoever pays in a case, with two letters of the last name the wrong way round.</summary>
    /// <returns>How long it took, and whether someone was found.</returns>
    public async Task<(double Milliseconds, bool Found)> SearchAsync(int i, CancellationToken cancel)
    {
        if (_token.Length == 0) _token = Token().Match((await SendAsync(new(HttpMethod.Get, "/search"), "name=\"query\"", cancel)).Text).Groups["value"].Value;
        var (last, first) = BenchOffice.Payor(i);
        var typed = $"{last[..2]}{last[3]}{last[2]}{last[4..]}, {first}";
        var form = new FormUrlEncodedContent([new("_handler", "search"), new("__RequestVerificationToken", WebUtility.HtmlDecode(_token)), new("query", typed)]);
        var (milliseconds, text) = await SendAsync(new(HttpMethod.Post, "/search") { Content = form }, "name=\"query\"", cancel);
        return (milliseconds, text.Contains("id=\"hits-person\"", StringComparison.Ordinal));
    }

    /// <summary>Opens a page or takes a file.</summary>
    public async Task<string> OpenAsync(string path, CancellationToken cancel) => (await SendAsync(new(HttpMethod.Get, path), "", cancel)).Text;

    private async Task<(double Milliseconds, string Text)> SendAsync(HttpRequestMessage request, string holds, CancellationToken cancel)
    {
        request.Headers.Add("Cookie", _cookies);
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (answer.StatusCode != HttpStatusCode.OK || !text.Contains(holds, StringComparison.Ordinal)) throw new InvalidOperationException($"{request.Method} {request.RequestUri} answers {(int)answer.StatusCode} and not with its page.");
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            if (cookie.StartsWith("alimenta-form=", StringComparison.Ordinal)) _cookies = $"{_cookies.Split("; alimenta-form=")[0]}; {cookie.Split(';')[0]}";
        return (took, text);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Token();
}
