using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Alimenta.Cli;

/// <summary>Examples of every command, shown below its help.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> All = new()
    {
        [""] = ["alimenta demo", "alimenta prove --json", "alimenta receive --help"],
        ["demo"] = ["alimenta demo", "alimenta demo --cases 30 --seed 7 --no-serve --json"],
        ["serve"] = ["alimenta serve --demo", "alimenta serve --agency agency-law", "alimenta serve --https --address http://127.0.0.1:5080 --database postgres://alimenta@db.example.gov/alimenta", "alimenta serve --https --database postgres://alimenta@db1.example.gov/alimenta --read-database postgres://alimenta@db2.example.gov/alimenta"],
        ["worker"] = ["alimenta worker --once"],
        ["batch"] = ["alimenta batch open 2026-11-23", "alimenta batch accrual", "alimenta batch status --json"],
        ["batch selection"] = ["alimenta batch selection", "alimenta batch selection --json"],
        ["batch interest"] = ["alimenta batch interest", "alimenta batch interest --json"],
        ["batch open"] = ["alimenta batch open 2026-11-23"],
        ["batch accrual"] = ["alimenta batch accrual --json"],
        ["batch retry"] = ["alimenta batch retry 12"],
        ["batch status"] = ["alimenta batch status"],
        ["receive"] = ["alimenta receive payroll.ach", "alimenta receive payroll.ach --json"],
        ["disburse"] = ["alimenta disburse --preview", "alimenta disburse --out files"],
        ["migrate"] = ["alimenta migrate --database postgres://alimenta@db.example.gov/alimenta"],
        ["import"] = ["alimenta import caseload.jsonl --dry-run", "alimenta export | alimenta import - --database postgres://alimenta@db.example.gov/alimenta"],
        ["export"] = ["alimenta export --out book.jsonl", "alimenta export --caseload --out caseload.jsonl --json"],
        ["law"] = ["alimenta law list", "alimenta law show us/distribution"],
        ["law list"] = ["alimenta law list --json"],
        ["law show"] = ["alimenta law show us/distribution"],
        ["law schema"] = ["alimenta law schema us/distribution"],
        ["law eval"] = ["alimenta law eval us/distribution --as-of 2026-11-20 --policy us-or --facts facts.json"],
        ["law import-schedule"] = ["alimenta law import-schedule schedule.csv --from 2026-01-01 --source \"Iowa Ct. R. 9.26, print of 1 January 2026\" --compared"],
        ["simulate"] = ["alimenta simulate --seeds 3 --days 5", "alimenta simulate --first 17 --faults kill-command,lose-answer --json", "alimenta simulate --hours 8 --days 20"],
        ["guideline"] = ["alimenta guideline or --as-of 2026-07-01 --explain --facts facts.json", "alimenta guideline or --csv in.csv out.csv"],
        ["explain"] = ["alimenta explain balance 24-104-00001-3", "alimenta explain receipt 1041 --json"],
        ["explain balance"] = ["alimenta explain balance 24-104-00001-3 --account NA --as-of 2026-10-31"],
        ["explain receipt"] = ["alimenta explain receipt 1041", "alimenta explain receipt '12009900|120099002900001|20241101|0/1' --json"],
        ["explain entry"] = ["alimenta explain entry 'D:12009900|120099002900001|20241101|0/1'"],
        ["explain due"] = ["alimenta explain due 12"],
        ["explain hold"] = ["alimenta explain hold 1 --json"],
        ["explain selection"] = ["alimenta explain selection 24-104-00001-3"],
        ["explain interest"] = ["alimenta explain interest 24-104-00001-3"],
        ["replay"] = ["alimenta replay history.json --json", "alimenta replay history.json --explain r1"],
        ["prove"] = ["alimenta prove", "alimenta prove --balances", "alimenta prove --database postgres://alimenta@db.example.gov/alimenta --json"],
        ["bench"] = ["alimenta bench --cases 100000", "alimenta bench --legs P1,P10 --cases 10000 --json", "alimenta bench --road --cases 200 --json", "alimenta bench --guidelines"],
        ["help"] = ["alimenta help", "alimenta help batch open"],
    };

    /// <summary>Lets the help of every command end with its examples.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help) option.Action = new HelpWithExamples(help);
    }

    /// <summary>The words that lead to a command, without the name of the program.</summary>
    public static string Path(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand } command; at = at.Parent) names.Insert(0, command.Command.Name);
        return string.Join(' ', names);
    }

    /// <summary>The examples of a command.</summary>
    public static IReadOnlyList<string> Of(CommandResult command) => All[Path(command)];
}

/// <summary>The help of a command, with examples at its end.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(parseResult.CommandResult)) output.WriteLine($"  {example}");
        return code;
    }
}
