using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>What a server says of itself.</summary>
/// <param name="Follows">Whether it follows another server, so that nobody can write to it.</param>
/// <param name="Position">How far it is: what was written, or what a follower has taken over.</param>
/// <param name="Database">The same word on two servers only where one follows the other, in the same database.</param>
/// <param name="Schema">The scripts of the schema that were applied.</param>
public sealed record ServerLook(bool Follows, LogPosition Position, string Database, string Schema);

/// <summary>A server that is written to and one that follows it, as the engine knows them.</summary>
public interface IFollowing
{
    /// <summary>Makes contexts read from the follower.</summary>
    /// <param name="options">The options to fill.</param>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Asks the server that is written to; patient for two seconds.</summary>
    Task<ServerLook> AskPrimaryAsync(CancellationToken cancel);

    /// <summary>Asks the follower; as patient.</summary>
    Task<ServerLook> AskFollowerAsync(CancellationToken cancel);
}
