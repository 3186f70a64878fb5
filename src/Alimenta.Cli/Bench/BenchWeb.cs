using System.Security.Cryptography;
using System.Text;
using Alimenta.Bench;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Cli.Bench;

/// <summary>The pages of the product over a caseload of the bench, on a free port of this machine, with a worklist and signed-in caseworkers.</summary>
internal sealed class BenchWeb : IAsyncDisposable
{
    private const int Tasks = 2_000;
    private static readonly Actor By = Actor.Program("bench");

    private readonly WebApplication _app;
    private readonly WebOptions _options;
    private readonly BenchOffice _office;
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, AllowAutoRedirect = false };

    private BenchWeb(WebApplication app, WebOptions options, BenchOffice office) => (_app, _options, _office) = (app, options, office);

    public static async Task<BenchWeb> StartAsync(BenchOffice office, CancellationToken cancel)
    {
        // Many caseworkers share one account and one address here.
        var options = new WebOptions { Address = "http://127.0.0.1:0", Demo = true, RequestsPerMinute = int.MaxValue / 2 };
        var law = office.Policies.Law;
        var app = WebHost.Build(options, services =>
        {
            services.AddSingleton(office.Store);
            services.AddSingleton(office.Store.Clock);
            services.AddSingleton(new PolicyDesk(law));
            services.AddSingleton(RuleCatalog.BuiltIn.Over(law));
            services.AddSingleton(BankSettings.Demonstration);
        });
        var accounts = app.Services.GetRequiredService<FirstAccounts>();
        if (await accounts.AreMissingAsync(cancel)) await accounts.CreateForDemoAsync(cancel);
        MakeWorklist(office);
        await app.StartAsync(cancel);
        return new(app, options, office);
    }

    /// <summary>Someone of a role who has signed in.</summary>
    public async Task<Visitor> SignInAsync(CancellationToken cancel, string role = Roles.CaseManager)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var done = await _office.Store.Commands.RunAsync<bool>(new($"bench:session:{hash}", "bench", new { hash }, By), async ctx =>
        {
            var user = await ctx.Db.UserRoles.Where(ur => ctx.Db.Roles.Any(r => r.Id == ur.RoleId && r.Name == role)).Select(ur => ur.UserId).FirstAsync(ctx.Cancel);
            ctx.Add(new SignInSession { KeyHash = hash, UserId = user, StartedAt = ctx.Now, LastSeenAt = ctx.Now });
            return true;
        }, cancel: cancel);
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
        return new(new HttpClient(_handler, disposeHandler: false) { BaseAddress = new(_app.Urls.First()) }, $"alimenta-session={key}");
    }

    public async ValueTask DisposeAsync()
    {
        _handler.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // Far above all ids that the product hands out.
    private static void MakeWorklist(BenchOffice office) => office.Execute(
        $"""
         insert into work_task (id, case_id, kind, title, reason, citation, owner, due_on, created_on)
         select (1::bigint << 51) + c.id, c.id, 'review', 'Look at the order again', 'Made up for a measurement', '', 'case-manager', date '2026-11-19' + (c.id % 40)::int, date '2026-11-01'
         from (select id from case_file order by id limit {Tasks}) as c on conflict (id) do nothing
         """);
}
