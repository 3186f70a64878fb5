using System.Data.Common;
using System.Net.Sockets;
using Alimenta.Data;

namespace Alimenta.Office;

/// <summary>Knows when the database is away for a while: no answer, no connection left, no room. Asking again later is all that is to be done.</summary>
public static class Outage
{
    /// <summary>Whether that is behind a failure.</summary>
    public static bool IsBehind(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is DbException { IsTransient: true } or ConnectionLostException or SocketException or TimeoutException) return true;
        return false;
    }
}
