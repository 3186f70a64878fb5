using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Alimenta.Web.Hosting;

/// <summary>The style sheets, fonts, pictures and the one script, carried inside the assembly and served under a path that names their content.</summary>
/// <remarks>The path holds a hash of all files, so a browser may keep them for a year and still sees a new release at once.</remarks>
public static class WebAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The first ten digits of the hash over all files.</summary>
    public static string Version { get; } = HashOf(All);

    /// <summary>The address of a file, such as <c>alimenta.css</c>.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Url(string name) => All.ContainsKey(name) ? $"/assets/{Version}/{name}" : throw new ArgumentException($"No asset is named {name}.", nameof(name));

    /// <summary>The text of a file, where a document must carry it inside.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(All[name].Bytes);

    /// <summary>Serves the files; an old version is answered with the present files, but not kept.</summary>
    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/assets/{version}/{**name}", Serve).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/favicon.ico", (HttpContext http) => Serve(http, Version, "favicon.svg")).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Serve(HttpContext http, string version, string name)
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = version == Version
            ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } }
            : new CacheControlHeaderValue { NoCache = true };
        var packed = asset.Packed is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (asset.Packed is not null) http.Response.Headers.Vary = "Accept-Encoding";
        if (packed) http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(packed ? asset.Packed!.Value : asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}{(packed ? "-br" : "")}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n => Asset.Read(assembly.GetManifestResourceStream(n)!, n), StringComparer.Ordinal);
    }

    private static string HashOf(FrozenDictionary<string, Asset> assets)
    {
        var all = string.Concat(assets.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key + a.Value.Hash));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(all)))[..10];
    }

    private sealed record Asset(byte[] Bytes, string Hash, string ContentType, Lazy<byte[]>? Packed)
    {
        public static Asset Read(Stream stream, string name)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            var (type, packs) = Path.GetExtension(name) switch
            {
                ".css" => ("text/css; charset=utf-8", true),
                ".js" => ("text/javascript; charset=utf-8", true),
                ".svg" => ("image/svg+xml; charset=utf-8", true),
                ".md" => ("text/plain; charset=utf-8", true),
                ".woff2" => ("font/woff2", false),
                ".png" => ("image/png", false),
                var other => throw new InvalidOperationException($"{name}: no content type is known for {other}."),
            };
            return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], type, packs ? new(() => Pack(bytes)) : null);
        }

        private static byte[] Pack(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(bytes);
            return packed.ToArray();
        }
    }
}
