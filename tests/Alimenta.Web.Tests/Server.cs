using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alimenta.Web.Tests;

/// <summary>The whole web server in memory over a database of its own, with one account for each role.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly Dictionary<string, AccountView> _accounts = [];

    private Server(TestDatabase database, WebApplication app, LogLines log) => (_database, App, Log) = (database, app, log);

    public WebApplication App { get; }

    public TestClock Clock => (TestClock)_database.Clock;

    /// <summary>The password of all accounts.</summary>
    public string Password { get; private set; } = "";

    /// <summary>What the server wrote to its log.</summary>
    public LogLines Log { get; }

    /// <summary>The database behind it.</summary>
    public TestDatabase Database => _database;

    /// <summary>The server over a made-up county.</summary>
    public static async Task<Server> OverCountyAsync() => await StartAsync(database: await MadeUpCounty.CopyAsync());

    /// <summary>The server over the county in the middle of a working day.</summary>
    public static async Task<Server> AtWorkAsync(IFailPoints? points = null) => await StartAsync(database: await WorkedCounty.CopyAsync(), points: points);

    public static async Task<Server> StartAsync(WebOptions? options = null, Action<WebApplication>? more = null, TestDatabase? database = null, IFailPoints? points = null)
    {
        database ??= TestDatabases.Create(TestDatabases.Sqlite);
        var log = new LogLines();
        var app = WebHost.Build(options ?? new(),
            services => services.AddAlimentaData(points is null ? database.Store : database.Another(points)).AddSingleton<TimeProvider>(database.Clock),
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();

                // Slow on purpose in the product; here only the way counts.
                builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
                builder.Services.AddSingleton<ILoggerProvider>(log);
            });
        var server = new Server(database, app, log);
        more?.Invoke(app);
        foreach (var (account, password) in await app.Services.GetRequiredService<FirstAccounts>().CreateForDemoAsync())
        {
            server._accounts[account.Roles.Single()] = account;
            server.Password = password;
        }

        await app.StartAsync();
        return server;
    }

    /// <summary>Runs a statement past every door.</summary>
    public void Break(string sql) => _database.Execute(sql);

    public AccountView Account(string role) => _accounts[role];

    /// <summary>A browser that follows no redirects by itself; signed in when a role is given.</summary>
    public async Task<Visitor> VisitAsync(string role = "")
    {
        var visitor = new Visitor(App.GetTestClient());
        if (role.Length == 0) return visitor;
        var form = await visitor.FormAsync("/sign-in");
        var answer = await visitor.PostAsync("/sign-in", [.. form, new("user", Account(role).UserName), new("password", Password)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>A program with a token of an account in a role.</summary>
    public async Task<HttpClient> ProgramAsync(string role)
    {
        var caller = new Caller(Account(role).Id, "test", new HashSet<string>());
        var token = await App.Services.GetRequiredService<ApiTokens>().CreateAsync(Guid.NewGuid().ToString(), "test", caller);
        var client = App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Value.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _database.Dispose();
    }
}

/// <summary>A browser with cookies. It holds nothing that must be given back: the server in memory goes with its test.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    public Dictionary<string, string> Cookies { get; } = [];

    public async Task<HttpResponseMessage> GetAsync(string path) => await SendAsync(new(HttpMethod.Get, path));

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends a form with a file.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string name, byte[] bytes)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields) content.Add(new StringContent(value), field);
        if (name.Length > 0) content.Add(new ByteArrayContent(bytes), "file", name);
        return await SendAsync(new(HttpMethod.Post, path) { Content = content });
    }

    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The hidden fields of a form on a page, the first or the one with a name.</summary>
    public async Task<List<KeyValuePair<string, string>>> FormAsync(string path, string name = "")
    {
        var page = await ReadAsync(path);
        var forms = Forms().Matches(page).Select(m => m.Value).Where(f => f.Contains("<main", StringComparison.Ordinal) || !f.Contains("action=\"/search\"", StringComparison.Ordinal));
        var form = name.Length == 0 ? forms.First(f => !f.Contains("/sign-out", StringComparison.Ordinal)) : forms.First(f => f.Contains($"value=\"{name}\"", StringComparison.Ordinal));
        return [.. Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))];
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..cookie.IndexOf(';', StringComparison.Ordinal)]);
            if (value.Length == 0) Cookies.Remove(name);
            else Cookies[name] = value;
        }

        return answer;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
