using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Access;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The web server as a process of its own: killed, stopped, started again, with a clock that may be off.</summary>
internal sealed class StormWeb(ProgramFile program, string database, string log) : IDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Dictionary<string, string> _tokens = [];
    private string _session = "";
    private Running? _process;
    private Uri? _address;

    /// <summary>How often it was started.</summary>
    public int Started { get; private set; }

    /// <summary>Whether its clock is off, or was since the last new session.</summary>
    public bool ClockWasOff { get; private set; }

    /// <summary>Whether it runs and has said where it listens.</summary>
    public bool Runs => _process is { Ended: false } && _address is not null;

    /// <summary>Starts it unless it runs.</summary>
    public async Task EnsureAsync(CancellationToken cancel, int clock = 0)
    {
        for (var waited = TimeSpan.Zero; !Runs; waited += Pause)
        {
            if (waited > ToStart) throw new InvalidOperationException("The web server did not start though server and network are well.");
            if (_process is null || _process.Ended)
            {
                _process?.Dispose();
                (_process, _address) = (Running.Start(program, ["serve", "--demo", "--address", "http://127.0.0.1:0", "--json", "--database", database], clock, log), null);
                ClockWasOff |= clock != 0;
                Started++;
            }

            await Task.Delay(Pause, cancel);
            _address = Address(_process.LastLine);
        }
    }

    /// <summary>Makes a session for who reads pages, and tokens for programs of two roles.</summary>
    public async Task SignInAsync(AlimentaStore store, CancellationToken cancel)
    {
        _session = Key();
        foreach (var role in (string[])[Roles.Accounting, Roles.Supervisor]) _tokens[role] = Key();
        var hashes = _tokens.ToDictionary(t => t.Key, t => Hash(t.Value));
        var done = await store.Commands.RunAsync<bool>(new("storm:sign-in", "simulate", new { }, Actor.Program("simulate")), async ctx =>
        {
            async Task<long> Of(string role) => await ctx.Db.UserRoles.Where(ur => ctx.Db.Roles.Any(r => r.Id == ur.RoleId && r.Name == role)).Select(ur => ur.UserId).FirstAsync(ctx.Cancel);
            ctx.Add(new SignInSession { KeyHash = Hash(_session), UserId = await Of(Roles.CaseManager), StartedAt = ctx.Now, LastSeenAt = ctx.Now });
            foreach (var (role, hash) in hashes) ctx.Add(new ApiToken { Name = "storm", TokenHash = hash, UserId = await Of(role), CreatedAt = ctx.Now, ExpiresAt = ctx.Now.AddDays(365) });
            return true;
        }, cancel: cancel);
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }

    /// <summary>A new session, and a server whose clock is right.</summary>
    public async Task SignInAgainAsync(AlimentaStore store, CancellationToken cancel)
    {
        // With its clock still off it would end the new session at once.
        if (ClockWasOff) Kill();
        ClockWasOff = false;
        await EnsureAsync(cancel);
        _session = Key();
        var key = Hash(_session);
        var done = await store.Commands.RunAsync<bool>(new($"storm:session:{key}", "simulate", new { }, Actor.Program("simulate")), async ctx =>
        {
            var user = await ctx.Db.Sessions.OrderBy(s => s.Id).Select(s => s.UserId).FirstAsync(ctx.Cancel);
            ctx.Add(new SignInSession { KeyHash = key, UserId = user, StartedAt = ctx.Now, LastSeenAt = ctx.Now });
            return true;
        }, cancel: cancel);
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }

    /// <summary>Asks for a page as a browser that has signed in.</summary>
    public Task<HttpResponseMessage> ReadAsync(string path, CancellationToken cancel) => SendAsync(new(HttpMethod.Get, path), m => m.Headers.Add("Cookie", $"alimenta-session={_session}"), cancel);

    /// <summary>Sends a write as a program with the token of a role.</summary>
    public Task<HttpResponseMessage> WriteAsync(string role, string path, string key, JsonObject body, CancellationToken cancel) =>
        SendAsync(new(HttpMethod.Post, $"/api/v1{path}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, m =>
        {
            m.Headers.Authorization = new("Bearer", _tokens[role]);
            m.Headers.Add("Idempotency-Key", key);
        }, cancel);

    /// <summary>Kills it without a word.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Stops it where it stands.</summary>
    public void Sleep() => _process?.Sleep();

    /// <summary>Lets it go on.</summary>
    public void Wake() => _process?.Wake();

    public void Dispose()
    {
        _process?.Dispose();
        _client.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, Action<HttpRequestMessage> who, CancellationToken cancel)
    {
        message.RequestUri = new(_address ?? throw new HttpRequestException("The web server does not run."), message.RequestUri!);
        who(message);
        using (message) return await _client.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancel);
    }

    private static Uri? Address(string line)
    {
        try
        {
            return line.Length > 0 && JsonNode.Parse(line)?["address"]?.GetValue<string>() is { } address ? new(address) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
