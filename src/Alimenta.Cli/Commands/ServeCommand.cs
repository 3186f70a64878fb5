using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Office.Training;
using Alimenta.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alimenta.Cli.Commands;

/// <summary>Starts the pages and the API.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var address = Shared.Address();
        var https = new Option<bool>("--https") { Description = "People reach the server over HTTPS (behind a proxy)." };
        var demo = new Option<bool>("--demo") { Description = "The people are made up: say so on every page and allow plain HTTP." };
        var office = new Option<string>("--office") { Description = "Name of the office.", DefaultValueFactory = _ => Web.WebOptions.Unnamed.En };
        var database = Shared.Database();
        var (read, age) = (ReadDatabase.Address(), ReadDatabase.Age());
        var json = Shared.Json();
        var command = new Command("serve", "Start the pages and the API.") { address, https, demo, office, database, read, age, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var made = parsed.GetValue(demo);
            if (!made)
            {
                var unsafeSettings = await opened.Value.Engine.UnsafeSettingsAsync(cancel);
                if (unsafeSettings.Count > 0) return terminal.Refuse(new("R-UNSAFE", $"The database could lose committed money: {string.Join("; ", unsafeSettings)}.", "Change the settings of the server and start again."));
                if (!parsed.GetValue(https) && !parsed.GetValue(address)!.Contains("//127.0.0.1", StringComparison.Ordinal) && !parsed.GetValue(address)!.Contains("//localhost", StringComparison.Ordinal))
                    return terminal.Refuse(new("R-PLAIN-HTTP", "Without HTTPS the server listens on this machine only.", "Put a proxy with a certificate before it and add --https."));
            }

            if (await ReadDatabase.AddAsync(opened.Value, Shared.Where(parsed.GetValue(database)), parsed.GetValue(read), parsed.GetValue(age), cancel) is { } no) return terminal.Refuse(no);
            if (new FollowedReads(opened.Value) is { IsNamed: true } reads) terminal.Say(reads.Words + (reads.Serves ? " Pages are read from it." : " Pages are read from the primary until it serves."));
            return await ServeAsync(terminal, opened.Value, law, new() { Address = parsed.GetValue(address)!, Https = parsed.GetValue(https), Demo = made, Office = parsed.GetValue(office)! }, made, cancel);
        }));
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    /// <param name="terminal">What is said.</param>
    /// <param name="store">The database.</param>
    /// <param name="law">The law, with the agency's own.</param>
    /// <param name="options">Where to listen, and how.</param>
    /// <param name="demo">Whether accounts are made for every role.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="before">What a program is told beside the address, from the work before.</param>
    public static async Task<int> ServeAsync(Terminal terminal, AlimentaStore store, LawStore law, WebOptions options, bool demo, CancellationToken cancel, JsonObject? before = null)
    {
        await using var app = WebHost.Build(options, services =>
        {
            services.AddSingleton(store);
            services.AddSingleton(store.Clock);
            services.AddSingleton(new PolicyDesk(law));
            services.AddSingleton(RuleCatalog.BuiltIn.Over(law));
            services.AddSingleton(BankSettings.Demonstration);
        });
        var accounts = app.Services.GetRequiredService<FirstAccounts>();
        var made = demo && await accounts.AreMissingAsync(cancel) ? await accounts.CreateForDemoAsync(cancel) : [];
        if (made.Select(m => m.Account).FirstOrDefault(a => a.Roles.Contains(Roles.CaseManager)) is { } worker) await DemoWorkers.AssignAsync(store, worker.Id, cancel);
        await app.StartAsync(cancel);
        terminal.Say($"Open {app.Urls.First()}");
        var told = before ?? new JsonObject { ["ok"] = true };
        told["address"] = app.Urls.First();
        told["law_version"] = law.Version;
        if (law.Version != LawStore.BuiltIn.Version) terminal.Say($"Law {law.Version[..12]}: that of the product with figures of this agency: {law.Parameters.Count - LawStore.BuiltIn.Parameters.Count}.");
        if (made.Count > 0)
        {
            told["accounts"] = new JsonArray([.. made.Select(m => (JsonNode)new JsonObject { ["user"] = m.Account.UserName, ["roles"] = new JsonArray([.. m.Account.Roles.Select(r => (JsonNode)r)]), ["password"] = m.Password })]);
            terminal.Say("Sign in as one of these; the password of all is " + made[0].Password);
            foreach (var (account, _) in made) terminal.Say($"  {account.UserName,-12} {account.DisplayName}, {string.Join(", ", account.Roles)}");
        }
        else if (await accounts.AreMissingAsync(cancel))
        {
            var first = await accounts.CreateAdministratorAsync("administrator", "Administrator", cancel);
            if (first.Ok)
            {
                told["accounts"] = new JsonArray(new JsonObject { ["user"] = "administrator", ["roles"] = new JsonArray("administrator"), ["password"] = first.Value.Password });
                terminal.Say($"First account: administrator, password {first.Value.Password} (to be changed at the first sign-in)");
            }
        }

        terminal.Say("Stop with Ctrl+C.");
        terminal.Value(told);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
