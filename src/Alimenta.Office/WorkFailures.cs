using System.Data.Common;
using Alimenta.Data;

namespace Alimenta.Office;

/// <summary>Tells a failure that lies in what is worked on, one family or one payee, from one that would stop all of it.</summary>
public static class WorkFailures
{
    /// <summary>Whether it lies in the work: what the database refuses by its rules does, and what the program did not foresee; what the database cannot do at all or not now, a full disk, and whoever stops the run do not.</summary>
    public static bool LiesInTheWork(this IEngine engine, Exception failure) => failure is not (OperationCanceledException or FencedException or IOException) && !Outage.IsBehind(failure)
        && engine.Classify(failure) is var kind && (kind == Failure.Refused || (kind == Failure.Final && !IsOfTheDatabase(failure)));

    /// <summary>Whether the database is behind it.</summary>
    public static bool IsOfTheDatabase(Exception? failure) => failure is not null && (failure is DbException || IsOfTheDatabase(failure.InnerException));

    /// <summary>What says most of it: the database's own words where it is behind it.</summary>
    public static Exception Innermost(Exception failure) => failure is not DbException && IsOfTheDatabase(failure) ? Innermost(failure.InnerException!) : failure;
}
