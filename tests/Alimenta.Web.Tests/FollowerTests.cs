using System.Globalization;
using System.Net;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Alimenta.Web.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Alimenta.Web.Tests;

/// <summary>Pages are read from a follower, say how old they are, and never show a person less than he entered himself.</summary>
public sealed class FollowerTests
{
    private const string Page = "/oversight", Cookie = "alimenta-written";

    [Fact]
    public async Task A_page_of_the_follower_says_how_old_it_is_and_who_wrote_sees_it_at_once()
    {
        await using var followed = await Followed.StartAsync();
        var writer = await followed.Server.VisitAsync(Roles.Accounting);
        var other = await followed.Server.VisitAsync(Roles.Supervisor);
        await writer.DoneAsync(Page, "open-day", Desk.Day("date", Desk.Today));
        await UntilAsync(async () => await LookAsync(other) is { Day: "20 Nov 2026", Age: 0 or 1, Foot: "Figures are up to date to the second" });

        followed.Pause();
        Assert.Contains("23 Nov 2026", await writer.DoneAsync(Page, "open-day", Desk.Day("date", Desk.Today.AddDays(3))), StringComparison.Ordinal);
        await UntilAsync(async () => await LookAsync(other) is { Age: >= 3 });
        var old = await LookAsync(other);
        Assert.Equal(("20 Nov 2026", $"Figures as of {old.Age} seconds ago"), (old.Day, old.Foot));
        Assert.Equal(new("23 Nov 2026", null, ""), await LookAsync(writer));
        Assert.Equal("20 Nov 2026", (await LookAsync(await followed.Server.VisitAsync(Roles.Auditor))).Day);

        foreach (var bad in (string[])["junk", "0%2F0", "-1/0", "1/2/3", "FFFFFFFFF/0", ""])
        {
            other.Cookies[Cookie] = bad;
            Assert.Equal("20 Nov 2026", (await LookAsync(other)).Day);
        }

        other.Cookies[Cookie] = "FFFFFFFF%2FFFFFFFFF";
        Assert.Equal(new("23 Nov 2026", null, ""), await LookAsync(other));
        other.Cookies.Remove(Cookie);

        followed.Resume();
        await UntilAsync(async () => await LookAsync(other) is { Day: "23 Nov 2026", Age: 0 or 1 } && await LookAsync(writer) is { Day: "23 Nov 2026", Age: 0 or 1 });
    }

    [Fact]
    public async Task What_is_too_old_or_does_not_answer_is_read_from_the_primary_until_it_is_well_again()
    {
        await using var followed = await Followed.StartAsync(oldest: 3);
        var other = await followed.Server.VisitAsync(Roles.Supervisor);
        await UntilAsync(async () => await LookAsync(other) is { Age: 0 });
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(followed));

        followed.Pause();
        followed.Server.Break("insert into business_day (id, business_date) values (1, date '2026-11-20')");
        await UntilAsync(async () => await LookAsync(other) is { Day: "20 Nov 2026", Age: null });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await HealthAsync(followed));
        followed.Resume();
        await UntilAsync(async () => await LookAsync(other) is { Day: "20 Nov 2026", Age: 0 });

        followed.Copy.Crash();
        for (var i = 0; i < 20; i++) Assert.Equal("20 Nov 2026", (await LookAsync(other)).Day);
        await UntilAsync(async () => await HealthAsync(followed) == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(new("20 Nov 2026", null, ""), await LookAsync(other));
        Assert.Contains("The follower does not answer. Pages are read from the database itself.", await other.ReadAsync(Page), StringComparison.Ordinal);
        followed.Copy.StartServer();
        await UntilAsync(async () => await LookAsync(other) is { Age: 0 });

        followed.Copy.Promote();
        await UntilAsync(async () => await LookAsync(other) is { Age: null });
        Assert.Equal(FollowerTrouble.FollowsNobody, followed.Server.Database.Store.Follower!.Trouble);
    }

    [Fact]
    public async Task A_page_that_fails_on_the_follower_is_read_again_from_the_primary()
    {
        await using var followed = await Followed.StartAsync();
        var other = await followed.Server.VisitAsync(Roles.Supervisor);
        await UntilAsync(async () => await LookAsync(other) is { Age: not null });
        followed.Blind = true;
        followed.Server.Break("insert into business_day (id, business_date) values (1, date '2026-11-20')");
        followed.Copy.Execute("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{followed.Server.Database.Name}'");

        Assert.Equal(new("20 Nov 2026", null, ""), await LookAsync(other));
        Assert.Single(followed.Server.Log.Lines, l => l.Contains("failed on the follower", StringComparison.Ordinal));
        await UntilAsync(async () => await LookAsync(other) is { Day: "20 Nov 2026", Age: not null });

        followed.Copy.Crash();
        foreach (var path in (string[])[Page, "/", "/help", "/oversight/runs.csv"])
        {
            var answer = await other.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, answer.Headers.Contains(DataAge.Header)));
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        }

        Assert.Contains("<form", await other.ReadAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_from_the_follower_where_it_says_what_it_must_see()
    {
        await using var followed = await Followed.StartAsync();
        var program = await followed.Server.ProgramAsync(Roles.Supervisor);
        await UntilAsync(async () => await ApiAsync("0/0") is not null);
        Assert.Null(await ApiAsync(null));
        Assert.Null(await ApiAsync("junk"));
        var written = await program.PostAsync("/api/v1/account/tokens/999999/revoke", null, TestContext.Current.CancellationToken);
        var position = Assert.Single(written.Headers.GetValues("Alimenta-Position"));
        Assert.True(LogPosition.Parse(position) > LogPosition.Start);
        await UntilAsync(async () => await ApiAsync(position) is not null);
        Assert.Null(await ApiAsync(LogPosition.Beyond.ToString()));

        async Task<string?> ApiAsync(string? seen)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
            if (seen is not null) request.Headers.Add("Alimenta-Position", seen);
            var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.TryGetValues(DataAge.Header, out var age) ? Assert.Single(age) : null;
        }
    }

    [Fact]
    public async Task A_server_that_is_no_follower_of_this_database_is_refused()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        using var another = TestDatabases.Create(TestDatabases.Postgres);
        using var copy = PostgresCluster.Shared.Copy(Path.Combine(TestFolder.Path, "follower-checked"), follow: true);
        using var stranger = PrivateServer.Start(Path.Combine(TestFolder.Path, "stranger"), "fsync = off");
        Assert.Null(await CheckAsync(copy, database.Name));
        Assert.Equal("R-READ-OTHER-DATABASE", await CheckAsync(copy, another.Name));
        Assert.Equal("R-READ-NO-FOLLOWER", await CheckAsync(PostgresCluster.Shared, database.Name));
        Assert.Equal("R-READ-NO-FOLLOWER", await CheckAsync(stranger, "postgres"));
        using (var follower = stranger.Copy(Path.Combine(TestFolder.Path, "strange-follower"), follow: true)) Assert.Equal("R-READ-OTHER-DATABASE", await CheckAsync(follower, "postgres"));

        copy.Execute("postgres", "select pg_wal_replay_pause()");
        database.Execute("update schema_version set checksum = 'of a later program'");
        Assert.Equal("R-READ-SCHEMA", await CheckAsync(copy, database.Name));
        copy.Execute("postgres", "select pg_wal_replay_resume()");
        await UntilAsync(async () => await CheckAsync(copy, database.Name) is null);
        copy.Crash();
        Assert.Null(await CheckAsync(copy, database.Name));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => CheckAsync(PostgresCluster.Shared, "no_such_database"));

        async Task<string?> CheckAsync(PrivateServer other, string name) =>
            (await new Follower(Followed.Servers(database, other, name), TimeProvider.System, TimeSpan.FromSeconds(30)).CheckAsync(f => database.Store.Engine.Classify(f) == Failure.Final))?.Code;
    }

    // A new file of the log begins with a head that a follower has not: by the bare positions it would lack something for as long as nobody writes.
    [Fact]
    public async Task A_follower_of_a_primary_where_nothing_happens_is_not_behind()
    {
        using var primary = PrivateServer.Start(Path.Combine(TestFolder.Path, "idle"), "fsync = off");
        using var copy = primary.Copy(Path.Combine(TestFolder.Path, "idle-follower"), follow: true);
        primary.Execute("postgres", "create table something (id int)");
        primary.Execute("postgres", "select pg_switch_wal()");
        var servers = new PostgresFollowing(primary.ConnectionString("postgres"), copy.ConnectionString("postgres"));
        var behind = new List<bool>();
        for (var i = 0; i < 30 && !behind.TakeLast(3).SequenceEqual([false, false, false]); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            behind.Add((await servers.AskPrimaryAsync(default)).Position > (await servers.AskFollowerAsync(default)).Position);
        }

        Assert.False(behind[^1]);
    }

    private static async Task<HttpStatusCode> HealthAsync(Followed followed)
    {
        using var client = followed.Server.App.GetTestClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        return (await client.GetAsync("/health/follower")).StatusCode;
    }

    private static async Task<Seen> LookAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var foot = page.Split("class=\"data-age\"").ElementAtOrDefault(1)?.Split("</footer>")[0] ?? "";
        return new(Between(page, "Business day ", "<"), answer.Headers.TryGetValues(DataAge.Header, out var age) ? int.Parse(age.Single(), CultureInfo.InvariantCulture) : null, Between(foot, "Figures", "<"));
    }

    private static string Between(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        if (at < 0) return "";
        var begin = from.EndsWith(' ') ? at + from.Length : at;
        return text[begin..text.IndexOf(to, begin, StringComparison.Ordinal)];
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await reached()) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to that.");
    }

    private sealed record Seen(string Day, int? Age, string Foot);
}
