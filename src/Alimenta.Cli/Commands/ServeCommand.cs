using System.CommandLine;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alimenta.Cli.Commands;

/// <summary>Starts the pages and the API.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var address = new Option<string>("--address") { Description = "Where to listen; port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var https = new Option<bool>("--https") { Description = "People reach the server over HTTPS (behind a proxy)." };
        var demo = new Option<bool>("--demo") { Description = "The people are made up: say so on every page and allow plain HTTP." };
        var office = new Option<string>("--office") { Description = "Name of the office.", DefaultValueFactory = _ => "Child support office" };
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("serve", "Start the pages and the API.") { address, https, demo, office, database, json };
        command.SetAction((parsed, cancel) => Guarded.RunAsync(parsed.GetValue(json), async terminal =>
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

            return await ServeAsync(terminal, opened.Value, new() { Address = parsed.GetValue(address)!, Https = parsed.GetValue(https), Demo = made, Office = parsed.GetValue(office)! }, made, cancel);
        }));
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> ServeAsync(Terminal terminal, AlimentaStore store, WebOptions options, bool demo, CancellationToken cancel)
    {
        await using var app = WebHost.Build(options, services =>
        {
            services.AddSingleton(store);
            services.AddSingleton(store.Clock);
            services.AddSingleton(new PolicyDesk(LawStore.BuiltIn));
            services.AddSingleton(BankSettings.Demonstration);
        });
        var accounts = app.Services.GetRequiredService<FirstAccounts>();
        var made = demo && await accounts.AreMissingAsync(cancel) ? await accounts.CreateForDemoAsync(cancel) : [];
        await app.StartAsync(cancel);
        terminal.Say($"Open {app.Urls.First()}");
        if (made.Count > 0)
        {
            terminal.Say("Sign in as one of these; the password of all is " + made[0].Password);
            foreach (var (account, _) in made) terminal.Say($"  {account.UserName,-12} {account.DisplayName}, {string.Join(", ", account.Roles)}");
        }
        else if (await accounts.AreMissingAsync(cancel))
        {
            var first = await accounts.CreateAdministratorAsync("administrator", "Administrator", cancel);
            if (first.Ok) terminal.Say($"First account: administrator, password {first.Value.Password} (to be changed at the first sign-in)");
        }

        terminal.Say("Stop with Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
