using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Alimenta.Data;
using Alimenta.Law.Rules;

namespace Alimenta.Cli;

/// <summary>What a command says: words for a person or one JSON value for a program; progress goes to the error stream.</summary>
/// <param name="json">Whether a program reads it.</param>
/// <param name="aside">Whether the output belongs to a file that is being written: what is said goes to the error stream.</param>
internal sealed class Terminal(bool json, bool aside = false) : IProgress<string>
{
    private static readonly JsonSerializerOptions Indented = new(LawJson.Options) { WriteIndented = true };
    private int _last;

    private TextWriter Out => aside ? Console.Error : Console.Out;

    /// <summary>Whether a program reads it.</summary>
    public bool Json => json;

    /// <summary>Shows what goes on, on one line where the error stream is a screen.</summary>
    public void Report(string value)
    {
        if (json && Console.IsErrorRedirected) return;
        if (Console.IsErrorRedirected) Aside(value + Environment.NewLine);
        else
        {
            Aside($"\r{value.PadRight(_last)}");
            _last = value.Length;
        }
    }

    /// <summary>Says something to a person; nothing to a program.</summary>
    public void Say(string text = "")
    {
        if (!json) Out.WriteLine(text);
    }

    /// <summary>Ends the line of progress.</summary>
    public void Done()
    {
        if (_last > 0) Aside(Environment.NewLine);
        _last = 0;
    }

    /// <summary>Gives a program its value; nothing to a person.</summary>
    public void Value(object value)
    {
        if (json) Out.WriteLine(value is JsonNode node ? node.ToJsonString(LawJson.Options) : JsonSerializer.Serialize(value, value.GetType(), LawJson.Options));
    }

    /// <summary>Shows a value to either: words of its JSON for a person.</summary>
    public void Show(object value)
    {
        if (json) Value(value);
        else Out.WriteLine(value is JsonNode node ? node.ToJsonString(Indented) : JsonSerializer.Serialize(value, value.GetType(), Indented));
    }

    /// <summary>Says a refusal and gives the exit code of one.</summary>
    public int Refuse(Refusal refusal)
    {
        Done();
        if (json) Value(new JsonObject { ["ok"] = false, ["code"] = refusal.Code, ["what"] = refusal.What, ["remedy"] = refusal.Remedy, ["citation"] = refusal.Citation, ["field"] = refusal.Field });
        else Aside(refusal.ToString() + Environment.NewLine);
        return 1;
    }

    // A log that takes no more, such as on a full disk, must not stop the work that it tells of.
    private static void Aside(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (IOException)
        {
            // There is nobody left to tell.
        }
    }
}
