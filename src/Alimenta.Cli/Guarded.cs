using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Data.Sqlite;
using Alimenta.Law;

namespace Alimenta.Cli;

/// <summary>Runs the work of a command and turns what stops it into a sentence.</summary>
internal static class Guarded
{
    private const string Trace = "ALIMENTA_TRACE";

    public static Task<int> RunAsync(bool json, Func<Terminal, Task<int>> work) => RunAsync(new Terminal(json), work);

    /// <summary>The same for work that reads the law: that of the product with the agency's own, checked before anything begins.</summary>
    public static Task<int> WithLawAsync(ParseResult parsed, Option<bool> json, CancellationToken cancel, Func<Terminal, LawStore, Task<int>> work) => RunAsync(parsed.GetValue(json), async terminal =>
    {
        var law = await AgencyLaw.StoreAsync(AgencyLaw.Folder(parsed), cancel);
        return law.Refusal is { } faulty ? terminal.Refuse(faulty) : await work(terminal, law.Value);
    });

    public static async Task<int> RunAsync(Terminal terminal, Func<Terminal, Task<int>> work)
    {
        try
        {
            // The key that stops a command is listened to from the moment at which its work first gives way, and an engine within the process never does.
            await Task.Yield();
            return await work(terminal);
        }
        catch (Exception failure)
        {
            if (Environment.GetEnvironmentVariable(Trace) == "1") await Console.Error.WriteLineAsync(failure.ToString());
            return terminal.Refuse(Words(failure));
        }
    }

    /// <summary>What stopped a command, and what to do.</summary>
    private static Refusal Words(Exception failure) => failure switch
    {
        LawNotCovered none => none.ToRefusal(),
        OperationCanceledException => new("R-STOPPED", "Stopped before the end.", "What was committed stays; run the command again to go on."),
        BadAddress bad => new("R-DATABASE-ADDRESS", $"{bad.Message}.", "Give a file, or postgres://user@host:port/name."),
        _ when Chain(failure).Any(e => e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied or SocketError.AddressNotAvailable }) =>
            new("R-ADDRESS-TAKEN", $"The program cannot listen there: {OneLine(failure.Message)}", "Choose another place with --address; port 0 takes a free one."),
        _ when PostgresEngine.Of(failure) == Failure.Refused || SqliteEngine.Of(failure) == Failure.Refused =>
            new("R-DATABASE-RULE", $"The database refuses what was to be written, by a rule that it holds: {Said(failure)}.", "Nothing of it was kept. Look at what the message names; \"alimenta prove\" tells whether the books are in order."),
        _ when OfDatabase(failure) =>
            new("R-DATABASE", $"The database does not answer as it should: {Said(failure)}.", "Check the address after --database and that the server runs; \"alimenta migrate\" brings an older database up."),
        FileNotFoundException missing => new("R-NO-FILE", $"There is no file {missing.FileName}.", "Check the path."),
        JsonException wrong => new("R-JSON", $"The JSON cannot be read at line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}: {OneLine(wrong.Message.Split([" Path:", " LineNumber:"], StringSplitOptions.None)[0])}", "Correct it and try again."),
        IOException or UnauthorizedAccessException => new("R-FILE", OneLine(failure.Message), "Check the path, whether this account may use it, and whether the disk is full."),
        _ => new("R-UNEXPECTED", $"Something happened that the program does not expect: {OneLine(failure.Message)}", $"Run it again with {Trace}=1 to see where, and report it."),
    };

    /// <summary>Whether a failure is one of the database or of the way to it.</summary>
    public static bool OfDatabase(Exception failure) => Chain(failure).Any(e => e is DbException or SocketException);

    /// <summary>What it says, on one line.</summary>
    public static string Said(Exception failure) => OneLine(Chain(failure).First(e => e is DbException or SocketException).Message).TrimEnd('.');

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
