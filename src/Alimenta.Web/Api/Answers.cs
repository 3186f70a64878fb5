using Alimenta.Web.Components;

namespace Alimenta.Web.Api;

/// <summary>What a question or a command of the office came to, as an answer of the interface.</summary>
internal static class Answers
{
    /// <summary>What was read; a refusal to show it is 404, or 403 for what is one's own.</summary>
    public static IResult Shown<T>(this Outcome<T> read) => read.Shown(value => value);

    /// <summary>The same in the shape of the interface.</summary>
    public static IResult Shown<T, TAnswer>(this Outcome<T> read, Func<T, TAnswer> answer) => read.Refusal is { } no ? NotShown(no) : Results.Ok(answer(read.Value));

    /// <summary>A refusal to show something.</summary>
    public static IResult NotShown(Refusal refusal) => Problems.From(refusal, RefusalView.StatusOf(refusal));

    /// <summary>What was done; a refusal is 422, or 403 where it is one's own money.</summary>
    public static IResult Done<T>(this Outcome<T> done) => done.Refusal is { } no
        ? Problems.From(no, no.Code.StartsWith("R-OWN", StringComparison.Ordinal) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity) : Results.Ok(done.Value);
}
