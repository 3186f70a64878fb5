namespace Alimenta.Web.Api;

public static class ApiSetup
{
    public static void AddApi(this IServiceCollection services)
    {
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
    }
}
