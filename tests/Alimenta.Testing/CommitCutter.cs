using System.Net;
using System.Net.Sockets;

namespace Alimenta.Testing;

/// <summary>What happens to the next commit that passes.</summary>
public enum CommitFault
{
    None,

    /// <summary>The server gets it and does it; the connection breaks before the answer.</summary>
    LoseAnswer,

    /// <summary>The connection breaks before the server gets it.</summary>
    LoseRequest,
}

/// <summary>Stands between a program and PostgreSQL, and breaks the connection at a commit: the program cannot know whether it happened.</summary>
public sealed class CommitCutter : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private int _fault;

    public CommitCutter(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks the next commit.</summary>
    public void BreakNext(CommitFault fault) => Interlocked.Exchange(ref _fault, (int)fault);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                var back = server.GetStream().CopyToAsync(client.GetStream(), _stop.Token);
                await Task.WhenAny(ForwardAsync(client, server), back);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // One side is gone; closing the other is all that is left to do.
            }
        }
    }

    private async Task ForwardAsync(TcpClient client, TcpClient server)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await client.GetStream().ReadAsync(buffer, _stop.Token)) > 0)
        {
            if (buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0)
            {
                var fault = (CommitFault)Interlocked.Exchange(ref _fault, 0);
                if (fault == CommitFault.LoseRequest) return;
                if (fault == CommitFault.LoseAnswer)
                {
                    client.Client.Shutdown(SocketShutdown.Send);
                    await server.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                    await Task.Delay(200, _stop.Token);
                    return;
                }
            }

            await server.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
