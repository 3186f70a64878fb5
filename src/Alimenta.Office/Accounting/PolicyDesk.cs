using System.Collections.Concurrent;
using Alimenta.Law;
using Alimenta.Law.Federal;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Office.Accounting;

/// <summary>The dated law at hand for the office: parameters and the states' choices, read once a day and policy.</summary>
public sealed class PolicyDesk(LawStore law)
{
    private readonly ConcurrentDictionary<(string Policy, DateOnly Date), DistributionPolicy> _policies = new();
    private readonly ConcurrentDictionary<(string Policy, int Year), BusinessCalendar> _calendars = new();

    /// <summary>The parameters.</summary>
    public LawStore Law { get; } = law;

    /// <summary>The days on which the offices of a policy are open, as the law stands on a day.</summary>
    public BusinessCalendar Calendar(string policy, DateOnly date) => _calendars.GetOrAdd((policy, date.Year), _ => OfficeCalendar.Of(Law.On(date, policy)));

    /// <summary>The state's choices on a day.</summary>
    /// <exception cref="LawNotCovered">The law tree has no value for the day.</exception>
    public DistributionPolicy On(string policy, DateOnly date) =>
        _policies.GetOrAdd((policy, date), key => DistributionPolicyReader.Read(Law.On(key.Date, key.Policy)));
}
