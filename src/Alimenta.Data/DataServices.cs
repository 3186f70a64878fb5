using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Data;

/// <summary>Puts a database into the services of a host.</summary>
public static class DataServices
{
    /// <summary>Adds the store and, for the framework's sign-in, a context per request; data protection keys are kept in the database.</summary>
    public static IServiceCollection AddAlimentaData(this IServiceCollection services, AlimentaStore store)
    {
        services.AddSingleton(store);
        services.AddSingleton(store.Commands);
        services.AddScoped(_ => store.ForSignIn());
        services.AddDataProtection().SetApplicationName("Alimenta");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeyRing(store));
        return services;
    }
}
