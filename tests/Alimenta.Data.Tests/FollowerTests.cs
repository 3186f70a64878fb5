using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>How old the data of a follower is, told by servers whose every answer the test gives.</summary>
public sealed class FollowerTests
{
    private readonly Hands _clock = new();
    private readonly Servers _servers = new();
    private readonly Follower _follower;

    public FollowerTests() => _follower = new(_servers, _clock, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Before_anyone_looked_nothing_is_read_from_it()
    {
        Assert.Equal((FollowerTrouble.NotSeen, null, false), (_follower.Trouble, _follower.Age, _follower.Serves));
        await LookAsync(primary: 10, follower: 10);
        Assert.Equal((FollowerTrouble.None, TimeSpan.Zero, true), (_follower.Trouble, _follower.Age, _follower.Serves));
    }

    [Fact]
    public async Task It_is_as_old_as_the_latest_moment_of_which_nothing_is_missing()
    {
        await LookAsync(primary: 10, follower: 10);
        await LookAsync(primary: 20, follower: 15);
        Assert.Equal(1, Seconds);
        await LookAsync(primary: 30, follower: 19);
        Assert.Equal(2, Seconds);
        await LookAsync(primary: 40, follower: 31);
        Assert.Equal(1, Seconds);
        await LookAsync(primary: 40, follower: 40);
        Assert.Equal(0, Seconds);
    }

    [Fact]
    public async Task Where_nothing_happens_it_does_not_grow_old_and_where_the_line_is_cut_it_does()
    {
        for (var i = 0; i < 100; i++) await LookAsync(primary: 10, follower: 10);
        Assert.Equal(0, Seconds);
        for (var i = 0; i < 30; i++) await LookAsync(primary: 10 + (ulong)i, follower: 10);
        Assert.True(_follower.Serves);
        for (var i = 0; i < 2; i++) await LookAsync(primary: 50, follower: 10);
        Assert.Equal((31, false, FollowerTrouble.None), (Seconds, _follower.Serves, _follower.Trouble));
        await LookAsync(primary: 51, follower: 51);
        Assert.True(_follower.Serves);
    }

    [Fact]
    public async Task A_primary_that_is_silent_makes_it_grow_old()
    {
        await LookAsync(primary: 10, follower: 10);
        _servers.PrimaryIsSilent = true;
        for (var i = 0; i < 31; i++) await Assert.ThrowsAsync<TimeoutException>(() => LookAsync(primary: 10, follower: 10));
        Assert.False(_follower.Serves);
        Assert.Equal(LogPosition.Beyond, await _follower.WrittenAsync());
        _servers.PrimaryIsSilent = false;
        Assert.Equal(new LogPosition(10), await _follower.WrittenAsync());
        await LookAsync(primary: 10, follower: 10);
        Assert.True(_follower.Serves);
    }

    [Fact]
    public async Task Who_wrote_waits_for_his_position_and_no_longer()
    {
        await LookAsync(primary: 20, follower: 15);
        await LookAsync(primary: 20, follower: 20);
        Assert.NotNull(_follower.AgeFor(new(20)));
        Assert.Null(_follower.AgeFor(new(21)));
        Assert.Null(_follower.AgeFor(LogPosition.Beyond));
    }

    // After another server took over that had less, what was seen of the old log counts for nothing.
    [Fact]
    public async Task A_log_that_begins_anew_is_not_taken_for_the_old_one()
    {
        await LookAsync(primary: 100, follower: 90);
        await LookAsync(primary: 50, follower: 40);
        Assert.Null(_follower.Age);
        await LookAsync(primary: 60, follower: 55);
        Assert.Equal(1, Seconds);
    }

    [Fact]
    public async Task One_that_follows_nobody_or_another_is_not_read_from()
    {
        await LookAsync(primary: 10, follower: 10);
        foreach (var (change, trouble) in new (Func<ServerLook, ServerLook>, FollowerTrouble)[]
        {
            (l => l with { Follows = false }, FollowerTrouble.FollowsNobody), (l => l with { Database = "other" }, FollowerTrouble.OtherDatabase), (l => l with { Schema = "other" }, FollowerTrouble.OtherSchema),
        })
        {
            _servers.Change = change;
            await LookAsync(primary: 10, follower: 10);
            Assert.Equal((trouble, false), (_follower.Trouble, _follower.Serves));
            _servers.Change = l => l;
            await LookAsync(primary: 10, follower: 10);
            Assert.True(_follower.Serves);
        }

        _follower.Doubt();
        Assert.False(_follower.Serves);
    }

    [Fact]
    public void Positions_are_read_and_written_as_the_server_does()
    {
        foreach (var text in (string[])["0/0", "0/3000028", "16/B374D848", "FFFFFFFF/FFFFFFFF"]) Assert.Equal(text, LogPosition.Parse(text)!.Value.ToString());
        Assert.True(LogPosition.Parse("1/0") > LogPosition.Parse("0/FFFFFFFF"));
        foreach (var bad in (string?[])[null, "", "/", "1", "1/", "/1", "1/2/3", "g/0", "-1/0", " 1/0", "100000000/0", "0x1/0"]) Assert.Null(LogPosition.Parse(bad));
    }

    private int Seconds => (int)_follower.Age!.Value.TotalSeconds;

    private Task LookAsync(ulong primary, ulong follower)
    {
        _clock.Second();
        (_servers.Primary, _servers.Follower) = (new(primary), new(follower));
        return _follower.LookAsync();
    }

    private sealed class Hands : TimeProvider
    {
        private long _at;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _at;

        public void Second() => _at++;
    }

    private sealed class Servers : IFollowing
    {
        public LogPosition Primary { get; set; }

        public LogPosition Follower { get; set; }

        public bool PrimaryIsSilent { get; set; }

        public Func<ServerLook, ServerLook> Change { get; set; } = l => l;

        public void Configure(DbContextOptionsBuilder options) => throw new NotSupportedException();

        public Task<ServerLook> AskPrimaryAsync(CancellationToken cancel) =>
            PrimaryIsSilent ? Task.FromException<ServerLook>(new TimeoutException()) : Task.FromResult(new ServerLook(false, Primary, "one", "1"));

        public Task<ServerLook> AskFollowerAsync(CancellationToken cancel) => Task.FromResult(Change(new(true, Follower, "one", "1")));
    }
}
