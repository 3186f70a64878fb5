using System.Xml.Linq;
using Alimenta.Data.Postgres;
using Alimenta.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Data.Tests;

/// <summary>Audit of reads, sign-in, shared keys, and the settings under which money could be lost.</summary>
public sealed class SafetyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_read_of_protected_data_is_recorded_before_it_is_shown(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.Store.Audit.ReadAsync(World.Worker, "read.ssn", "person", "P11", "case page", Cancel);
        await database.Store.Audit.ReadAsync(World.Worker, "read.address", "person", "P12", cancel: Cancel);
        await using var db = database.Store.Read();
        var found = await db.AuditEvents.OrderBy(a => a.Seq).Select(a => new { a.Seq, a.UserName, a.Action, a.ObjectId, a.Detail }).ToListAsync(Cancel);
        Assert.Equal([(1L, "M. Lindqvist", "read.ssn", "P11", "case page"), (2L, "M. Lindqvist", "read.address", "P12", "")], found.Select(a => (a.Seq, a.UserName, a.Action, a.ObjectId, a.Detail)));
        Assert.True((await new ChainProof(db).RunAsync(Cancel)).Ok);
    }

    [Theory, EachEngine] // F41: no audit, no reading
    public async Task A_read_that_cannot_be_recorded_fails(string engine)
    {
        using var database = TestDatabases.Create(engine);
        database.Execute("alter table audit_event rename to audit_gone");
        await Assert.ThrowsAnyAsync<Exception>(() => database.Store.Audit.ReadAsync(World.Worker, "read.ssn", "person", "P11", cancel: Cancel));
    }

    [Theory, EachEngine]
    public async Task Every_command_is_in_the_audit_log_with_its_own_notes(string engine)
    {
        using var database = TestDatabases.Create(engine);
        await database.Store.Commands.RunAsync<int>(new("k", "receipt.identify", new { }, World.Worker, "called") { ObjectKind = "receipt", ObjectId = "R1" }, context =>
        {
            context.Audit("read.ssn", "person", "P11", "to identify");
            return Task.FromResult<Outcome<int>>(1);
        }, cancel: Cancel);
        await using var db = database.Store.Read();
        Assert.Equal(["receipt.identify receipt R1 called", "read.ssn person P11 to identify"],
            await db.AuditEvents.OrderBy(a => a.Seq).Select(a => $"{a.Action} {a.ObjectKind} {a.ObjectId} {a.Detail}").ToListAsync(Cancel));
    }

    [Fact] // F13
    public async Task Settings_under_which_money_could_be_lost_are_refused()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var refusal = await Safety.CheckAsync(database.Store, Cancel);
        Assert.Equal("R-UNSAFE-DATABASE", refusal?.Code);
        Assert.Contains("fsync is off, full_page_writes is off, synchronous_commit is off", refusal!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Safe_settings_pass()
    {
        using var cluster = PostgresCluster.Start(durable: true);
        Assert.Null(await Safety.CheckAsync(new AlimentaStore(new PostgresEngine(cluster.ConnectionString("postgres")), TimeProvider.System), Cancel));
        using var sqlite = TestDatabases.Create(TestDatabases.Sqlite);
        Assert.Null(await Safety.CheckAsync(sqlite.Store, Cancel));
        sqlite.Execute("pragma journal_mode = memory");
        Assert.Contains("journal_mode is memory", (await Safety.CheckAsync(sqlite.Store, Cancel))!.What, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task The_framework_keeps_its_users_and_only_its_users(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var services = new ServiceCollection().AddLogging().AddAlimentaData(database.Store);
        services.AddIdentityCore<User>().AddRoles<Role>().AddEntityFrameworkStores<AlimentaDb>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<Role>>();
        Assert.True((await roles.CreateAsync(new Role { Id = database.Store.Ids.Next<Role>(), Name = "auditor" })).Succeeded);
        var user = new User { Id = database.Store.Ids.Next<User>(), UserName = "ana", DisplayName = "Ana", LockoutEnabled = true };
        Assert.True((await users.CreateAsync(user, "Correct-horse-7")).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, "auditor")).Succeeded);
        await users.SetLockoutEndDateAsync(user, new DateTimeOffset(2100, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)));

        await using var again = provider.CreateAsyncScope();
        var found = await again.ServiceProvider.GetRequiredService<UserManager<User>>().FindByNameAsync("ana");
        Assert.Equal(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), found!.LockoutEnd);
        Assert.True(await again.ServiceProvider.GetRequiredService<UserManager<User>>().IsLockedOutAsync(found));

        var db = again.ServiceProvider.GetRequiredService<AlimentaDb>();
        db.Add(new Person { Id = 1, Number = "P1" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
    }

    [Theory, EachEngine]
    public void Keys_are_shared_by_every_web_node(string engine)
    {
        using var database = TestDatabases.Create(engine);
        new KeyRing(database.Store).StoreElement(new XElement("key", new XAttribute("id", "1")), "first");
        new KeyRing(database.Another()).StoreElement(new XElement("key", new XAttribute("id", "2")), "second");
        Assert.Equal(["1", "2"], new KeyRing(database.Another()).GetAllElements().Select(e => e.Attribute("id")!.Value).Order());
    }

    [Theory]
    [InlineData("postgres://ana:p%40ss@db.example:6543/books?sslmode=require", "Host=db.example;Port=6543;Database=books;Username=ana;Password=p@ss;SSL Mode=Require")]
    [InlineData("postgresql://db.example/books", "Host=db.example;Port=5432;Database=books")]
    [InlineData("Host=x;Database=y", "Host=x;Database=y")]
    public void An_address_is_read_as_a_connection_string(string address, string expected) => Assert.Equal(expected, PostgresAddress.ToConnectionString(address));
}
