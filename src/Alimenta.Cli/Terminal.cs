using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Rules;

namespace Alimenta.Cli;

/// <summary>What a command says: words for a person or one JSON value for a program; progress goes to the error stream.</summary>
internal sealed class Terminal(bool json) : IProgress<string>
{
    private static readonly JsonSerializerOptions Indented = new(LawJson.Options) { WriteIndented = true };
    private int _last;

    /// <summary>Whether a program reads it.</summary>
    public bool Json => json;

    /// <summary>Shows what goes on, on one line where the error stream is a screen.</summary>
    public void Report(string value)
    {
        if (json && Console.IsErrorRedirected) return;
        if (Console.IsErrorRedirected) Console.Error.WriteLine(value);
        else
        {
            Console.Error.Write($"\r{value.PadRight(_last)}");
            _last = value.Length;
        }
    }

    /// <summary>Says something to a person; nothing to a program.</summary>
    public void Say(string text = "")
    {
        if (!json) Console.WriteLine(text);
    }

    /// <summary>Ends the line of progress.</summary>
    public void Done()
    {
        if (_last > 0) Console.Error.WriteLine();
        _last = 0;
    }

    /// <summary>Gives a program its value; nothing to a person.</summary>
    public void Value(object value)
    {
        if (json) Console.WriteLine(value is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(value, value.GetType(), LawJson.Options));
    }

    /// <summary>Shows a value to either: words of its JSON for a person.</summary>
    public void Show(object value)
    {
        if (json) Value(value);
        else Console.WriteLine(value is JsonNode node ? node.ToJsonString(Indented) : JsonSerializer.Serialize(value, value.GetType(), Indented));
    }

    /// <summary>Says a refusal and gives the exit code of one.</summary>
    public int Refuse(Refusal refusal)
    {
        Done();
        if (json) Value(new JsonObject { ["ok"] = false, ["code"] = refusal.Code, ["what"] = refusal.What, ["remedy"] = refusal.Remedy, ["citation"] = refusal.Citation, ["field"] = refusal.Field });
        else Console.Error.WriteLine(refusal.ToString());
        return 1;
    }
}

/// <summary>Runs the work of a command and turns what stops it into a sentence.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(bool json, Func<Terminal, Task<int>> work)
    {
        var terminal = new Terminal(json);
        try
        {
            return await work(terminal);
        }
        catch (LawNotCovered none)
        {
            return terminal.Refuse(none.ToRefusal());
        }
        catch (FileNotFoundException missing)
        {
            return terminal.Refuse(new("R-NO-FILE", $"There is no file {missing.FileName}.", "Check the path."));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or System.Net.Sockets.SocketException)
        {
            return terminal.Refuse(new("R-DATABASE", $"The database does not answer as it should: {failure.Message}", "Check the address after --database and that the server runs; \"alimenta migrate\" brings an older database up."));
        }
        catch (JsonException wrong)
        {
            return terminal.Refuse(new("R-JSON", $"The JSON cannot be read at line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}: {wrong.Message}", "Correct it and try again."));
        }
        catch (OperationCanceledException)
        {
            return terminal.Refuse(new("R-STOPPED", "Stopped before the end.", "What was committed stays; run the command again to go on."));
        }
    }
}
