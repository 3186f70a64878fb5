using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Alimenta.Nemesis;

/// <summary>Stands between the programs and PostgreSQL: delays, loses a commit or its answer, leaves connections half open, cuts them.</summary>
public sealed class FaultyNetwork : IDisposable
{
    private static readonly TimeSpan AnswerOnItsWay = TimeSpan.FromMilliseconds(200);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly int _target;
    private int _next;

    /// <param name="target">The port of the server.</param>
    public FaultyNetwork(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where the programs connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How late every packet is.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether nothing passes, either way, while connections stay open.</summary>
    public bool Frozen { get; set; }

    /// <summary>Breaks the next commit that passes: its answer is lost, or it itself.</summary>
    public void BreakNextCommit(bool loseAnswer) => Interlocked.Exchange(ref _next, loseAnswer ? 1 : 2);

    /// <summary>Cuts every connection.</summary>
    public void CutAll()
    {
        foreach (var client in _open.Keys) client.Close();
    }

    /// <summary>All is well again.</summary>
    public void Heal()
    {
        (Delay, Frozen) = (TimeSpan.Zero, false);
        Interlocked.Exchange(ref _next, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        CutAll();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception end) when (IsEnd(end))
        {
            // Disposed.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        _open.TryAdd(client, 0);
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(PassAsync(client, server, commits: true), PassAsync(server, client, commits: false));
        }
        catch (Exception end) when (IsEnd(end))
        {
            // One side is gone; closing the other is all that is left to do.
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool commits)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.GetStream().ReadAsync(buffer, _stop.Token)) > 0)
        {
            if (Delay > TimeSpan.Zero) await Task.Delay(Delay, _stop.Token);
            while (Frozen) await Task.Delay(20, _stop.Token);
            var fault = commits && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0 ? Interlocked.Exchange(ref _next, 0) : 0;
            if (fault == 2) return;
            if (fault == 1)
            {
                from.Client.Shutdown(SocketShutdown.Send);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                await Task.Delay(AnswerOnItsWay, _stop.Token);
                return;
            }

            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    private static bool IsEnd(Exception end) => end is IOException or OperationCanceledException or ObjectDisposedException or SocketException or InvalidOperationException;
}
