using System.Runtime.CompilerServices;

namespace Alimenta.Office.Receipts;

/// <summary>Makes the next of a sequence while whoever takes them works on the one before: one processor reads while another writes.</summary>
public static class ReadAhead
{
    /// <summary>What is made of each of a sequence, in its order. The making may use nothing that its taker uses at the same time.</summary>
    public static async IAsyncEnumerable<TMade> OfAsync<T, TMade>(IEnumerable<T> source, Func<T, Task<TMade>> make, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var walk = source.GetEnumerator();
        var next = NextAsync();
        try
        {
            while (await next is (true, var made))
            {
                next = NextAsync();
                yield return made!;
            }
        }
        finally
        {
            // Whoever breaks off must not close what is still being read.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<(bool Any, TMade? Made)> NextAsync() => Task.Run(async () => walk.MoveNext() ? (true, await make(walk.Current)) : (false, default(TMade?)), cancel);
    }
}
