using Alimenta.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Office.Access;

/// <summary>What a host adds so that people and programs can sign in.</summary>
public static class AccessServices
{
    /// <summary>Adds accounts, sessions and tokens over the database that the host added.</summary>
    public static IServiceCollection AddOfficeAccess(this IServiceCollection services, AccessPolicy policy)
    {
        services.AddSingleton(policy);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<FirstAccounts>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddDataProtection().SetApplicationName("Alimenta");
        services.AddOptions<KeyManagementOptions>().Configure<AlimentaStore>((keys, store) => keys.XmlRepository = new KeyRing(store));
        return services;
    }
}
