using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alimenta.Data;

internal sealed class MoneyConverter() : ValueConverter<Money, long>(m => m.Cents, c => new Money(c));

internal sealed class SupportMonthConverter() : ValueConverter<SupportMonth, int>(m => m.Number, n => new SupportMonth(n));

/// <summary>Instants are UTC. SQLite would store any kind silently, so the kind is checked here for both engines.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(t => Checked(t), t => DateTime.SpecifyKind(t, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? time : throw new InvalidOperationException($"An instant must be in UTC; {time:O} is {time.Kind}.");
}

/// <summary>For the framework's own offset times (lockout of a user): the instant in UTC.</summary>
internal sealed class OffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    t => t.UtcDateTime, t => new DateTimeOffset(DateTime.SpecifyKind(t, DateTimeKind.Utc)));

/// <summary>An enumeration as text in snake case: NoneForJudgment is none_for_judgment.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumText<T>() : ValueConverter<T, string>(value => Words[value], text => Values[text])
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, v => Naming.Snake(v.ToString()));
    private static readonly Dictionary<string, T> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);
}
