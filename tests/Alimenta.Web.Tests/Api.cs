using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alimenta.Web.Tests;

/// <summary>A program that calls the interface: what must be answered, and what must be refused with which code.</summary>
internal sealed class Api(HttpClient client)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private int _keys;

    public static async Task<Api> OfAsync(Server server, string role) => new(await server.ProgramAsync(role));

    public async Task<JsonElement> GetAsync(string path) => await OkAsync(await client.GetAsync("/api/v1" + path, Cancel), path);

    /// <summary>Sends a write under a key of its own, or the one given.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, string? key = null) => await OkAsync(await SendAsync(path, JsonContent.Create(body), key ?? $"test-key-{++_keys:0000}"), path);

    public async Task<HttpResponseMessage> RawAsync(string path) => await client.GetAsync("/api/v1" + path, Cancel);

    public async Task<JsonElement> UploadAsync(byte[] file, string name) => await OkAsync(await SendAsync($"/files?name={name}", Content(file)), name);

    public async Task<JsonElement> UploadRefusedAsync(byte[] file, int status, string code) => await ProblemAsync(await SendAsync("/files", Content(file)), status, code, "/files");

    public async Task<JsonElement> RefusedAsync(string path, int status, string code) => await ProblemAsync(await client.GetAsync("/api/v1" + path, Cancel), status, code, path);

    /// <summary>A write that must be refused; with an empty key it is sent without one.</summary>
    public async Task<JsonElement> RefusedAsync(string path, object body, int status, string code, string? key = null) =>
        await ProblemAsync(await SendAsync(path, JsonContent.Create(body), key ?? $"test-key-{++_keys:0000}"), status, code, path);

    /// <summary>All items of a list, part by part.</summary>
    public async Task<List<JsonElement>> AllAsync(string path)
    {
        var all = new List<JsonElement>();
        for (var next = "/api/v1" + path; next is not null;)
        {
            var part = await GetAsync(next["/api/v1".Length..]);
            all.AddRange(part.GetProperty("items").EnumerateArray());
            next = part.GetProperty("next").GetString();
        }

        return all;
    }

    /// <summary>All payments of a file, part by part.</summary>
    public async Task<List<JsonElement>> AllPaymentsAsync(long file)
    {
        var all = new List<JsonElement>();
        for (var next = $"/api/v1/disbursements/files/{file}?limit=7"; next is not null;)
        {
            var part = (await GetAsync(next["/api/v1".Length..])).GetProperty("payments");
            all.AddRange(part.GetProperty("items").EnumerateArray());
            next = part.GetProperty("next").GetString();
        }

        return all;
    }

    private static ByteArrayContent Content(byte[] file) => new(file) { Headers = { ContentType = new("application/octet-stream") } };

    private async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string key = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = content };
        if (key.Length > 0) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Cancel);
    }

    private static async Task<JsonElement> OkAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string code, string what)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == status, $"{what}: {(int)answer.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
