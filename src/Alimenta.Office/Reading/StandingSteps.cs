using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Office.Reading;

/// <summary>The steps in which a receipt was distributed, each with what stands of it now.</summary>
internal static class StandingSteps
{
    /// <summary>The steps without what a later one used, so that together they come to the receipt.</summary>
    /// <remarks>What a step held for months to come is distributed whole by the next: what is held still stands in the latest alone.</remarks>
    /// <typeparam name="T">A step.</typeparam>
    /// <param name="latestFirst">The steps that stand, the latest first.</param>
    /// <param name="parts">The parts of a step.</param>
    /// <param name="with">A step with these parts.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> latestFirst, Func<T, IReadOnlyList<PaymentPart>> parts, Func<T, IReadOnlyList<PaymentPart>, T> with) =>
        [.. latestFirst.Select((step, at) => at == 0 ? step : with(step, [.. parts(step).Where(p => p.To != Recipient.Future)]))];
}
