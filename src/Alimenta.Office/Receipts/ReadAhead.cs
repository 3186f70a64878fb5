using System.Runtime.CompilerServices;

namespace Alimenta.Office.Receipts;

/// <summary>Makes the next of a sequence while whoever takes them works on the one before: one processor reads while another writes.</summary>
public static class ReadAhead
{
    /// <summary>The same sequence. Its making may use nothing that its taker uses at the same time.</summary>
    public static async IAsyncEnumerable<T> OfAsync<T>(IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var walk = source.GetEnumerator();
        var next = NextAsync();
        try
        {
            while (await next)
            {
                var item = walk.Current;
                next = NextAsync();
                yield return item;
            }
        }
        finally
        {
            // Whoever breaks off must not close what is still being read.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<bool> NextAsync() => Task.Run(walk.MoveNext, cancel);
    }
}
