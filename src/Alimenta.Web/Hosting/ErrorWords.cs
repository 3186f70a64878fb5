using System.Globalization;
using System.Text.Json;

namespace Alimenta.Web.Hosting;

/// <summary>What a person reads when a request could not be answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code of the API's problem details.</param>
/// <param name="What">What happened, as a heading.</param>
/// <param name="Remedy">What to do next.</param>
public sealed record ErrorWords(int Status, string Code, string What, string Remedy)
{
    /// <summary>The words for a form that its page no longer has.</summary>
    public static ErrorWords FormGone { get; } = new(400, "W-FORM-GONE", "This form is not there any more",
        "It was open for a while, and what it does was done meanwhile, by you or by someone else. What you sent changed nothing. Load the page again to see how things stand.");

    /// <summary>The words for a status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="program">Whether a program asked.</param>
    /// <param name="bad">What was wrong with its JSON; null when that was not it.</param>
    public static ErrorWords For(int status, bool program = false, JsonException? bad = null) => status switch
    {
        400 when bad is not null => new(400, Law.Rules.FactsCheck.NotJson, $"The body is not valid JSON{(bad.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $": line {line + 1}, character {bad.BytePositionInLine + 1}") : "")}.",
            "Look at this place and just before it for a missing comma, quote or bracket; NaN is no number of JSON. /openapi says what is wanted."),
        400 when program => new(400, "W-BAD-REQUEST", "The request could not be read", "Look at its address, its body and their types; /openapi says what is wanted."),
        400 => new(400, "W-BAD-REQUEST", "The form could not be read", "It may have been open for too long. Go back, load the page again and send it once more."),
        401 => new(401, "W-SIGN-IN", "Please sign in", "Sign in and try again. A program sends its token in the Authorization header."),
        403 => new(403, "W-FORBIDDEN", "Your role does not allow this", "If your work needs it, ask your supervisor. Nothing was changed."),
        404 => new(404, "W-NOT-FOUND", "There is nothing here", "The address may be mistyped, or you may not open it. Search for the case or go to the start page."),
        405 => new(405, "W-METHOD", "This address does not take that kind of request", "Go back and use the buttons of the page."),
        413 => new(413, "W-TOO-LARGE", "The file is too large", "Split it, or ask the administrator to raise the limit."),
        415 => new(415, "W-MEDIA-TYPE", "This kind of content is not read here", "Send JSON with the content type application/json, a payment file with application/octet-stream."),
        429 => new(429, "W-TOO-MANY", "Too many requests in a short time", "Wait a minute, then go on. Nothing is lost."),
        503 => new(503, "W-NOT-READY", "The system is not ready", "It starts, or the database does not answer. Try again in a minute; what you sent is not done twice."),
        >= 500 => new(status, "W-INTERNAL", "Something went wrong on our side", "Try again; what you sent is not done twice. If it happens once more, tell your administrator the incident number."),
        _ => new(status, "W-REFUSED", "The request was not accepted", "Go back and try again."),
    };
}
