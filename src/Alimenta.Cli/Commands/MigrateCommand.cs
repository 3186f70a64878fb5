using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Intake;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>Brings the schema of a database up to this version.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("migrate", "Bring the schema of a database up to this version. Safe to run again.") { database, json };
        command.SetAction((parsed, cancel) => Guarded.RunAsync(parsed.GetValue(json), async terminal =>
        {
            var store = Shared.Open(parsed.GetValue(database));
            var applied = await new Migrator(store).ApplyAsync(cancel);
            await PublicPayees.EnsureAsync(store, cancel);
            await using var db = store.Read();
            var day = await db.BusinessDays.Select(d => (DateOnly?)d.Date).SingleOrDefaultAsync(cancel);
            foreach (var migration in applied) terminal.Say($"{migration.Number:0000} {migration.Name}");
            terminal.Say(applied.Count == 0 ? "The schema is up to date." : $"{applied.Count} migration(s) applied on {store.Engine.Name}.");
            if (day is null) terminal.Say("No business day is open yet. Open the first one: alimenta batch open DATE");
            terminal.Value(new JsonObject { ["ok"] = true, ["engine"] = store.Engine.Name, ["business_date"] = day is { } open ? Days.Iso(open) : null, ["applied"] = new JsonArray([.. applied.Select(m => (JsonNode)m.Name)]) });
            return 0;
        }));
        return command;
    }
}
