using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

/// <summary>Checks a claim on many made-up values; a failure prints the smallest value found and the seed.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> values, Func<T, bool> claim, int times = 2_000) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(values.ToArbitrary(), claim));

    /// <summary>Whole numbers of every size, not only small ones.</summary>
    public static Gen<long> Longs(long least, long most) =>
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from small in Gen.Choose(0, 3)
        let wide = ((long)high << 31) | (uint)low
        let span = (UInt128)((Int128)most - least + 1)
        select small == 0
            ? (long)(least + (Int128)((UInt128)(uint)low % 200 % span))
            : (long)(least + (Int128)((UInt128)wide % span));

    public static Gen<DateOnly> Dates(DateOnly least, DateOnly most) =>
        Gen.Choose(least.DayNumber, most.DayNumber).Select(DateOnly.FromDayNumber);

    /// <summary>So many decimal digits.</summary>
    public static Gen<string> Digits(int count) =>
        Gen.Choose(0, 9).ListOf(count).Select(digits => string.Concat(digits));
}
