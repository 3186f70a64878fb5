using System.Security.Cryptography;

namespace Alimenta.Web.Hosting;

/// <summary>The number under which an unexpected error stands in the log; short enough to read out on the telephone.</summary>
public static class Incident
{
    // No vowels (no words by accident) and nothing that looks or sounds like another sign.
    private const string Signs = "23456789CDFGHJKMNPQRTVWX";

    /// <summary>A new number, such as I-7FK3-92QD.</summary>
    public static string New() => $"I-{RandomNumberGenerator.GetString(Signs, 4)}-{RandomNumberGenerator.GetString(Signs, 4)}";

    /// <summary>The exception for the log: kinds and places, without messages, because a message may repeat what a person typed.</summary>
    public static string WithoutMessages(Exception error)
    {
        var lines = new List<string>();
        for (var e = error; e is not null; e = e.InnerException)
        {
            lines.Add(e.GetType().FullName!);
            if (e.StackTrace is { } trace) lines.Add(trace);
        }

        return string.Join('\n', lines);
    }
}
