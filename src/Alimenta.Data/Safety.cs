namespace Alimenta.Data;

/// <summary>Whether the database keeps what it has promised when the power fails.</summary>
public static class Safety
{
    /// <summary>A refusal when the settings of the database may lose committed money, else null. Production does not start on it.</summary>
    public static async Task<Refusal?> CheckAsync(AlimentaStore store, CancellationToken cancel = default)
    {
        var found = await store.Engine.UnsafeSettingsAsync(cancel);
        return found.Count == 0 ? null : new(
            "R-UNSAFE-DATABASE",
            $"The database could lose committed payments in a power failure: {string.Join(", ", found)}.",
            "Set it back to the safe default and restart the database, or start Alimenta as a demo.");
    }
}
