using Alimenta.Web.Components;

namespace Alimenta.Web;

/// <summary>How the web server runs. What an office may choose, with the values that hold when it chooses nothing.</summary>
public sealed record WebOptions
{
    /// <summary>Where to listen: <c>http://127.0.0.1:5080</c>. Port 0 takes a free one.</summary>
    public string Address { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whether people reach the server over HTTPS, by itself or behind a proxy. Then cookies are Secure and browsers are told to stay on HTTPS.</summary>
    public bool Https { get; init; }

    /// <summary>The certificate (PEM) when the server itself speaks HTTPS; empty behind a proxy.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>The private key (PEM) that belongs to the certificate.</summary>
    public string CertificateKeyFile { get; init; } = "";

    /// <summary>Addresses of proxies whose word about the caller's address is taken; from all others it is ignored.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Whether the people and cases are made up. Every page says so, and errors show more to the log.</summary>
    public bool Demo { get; init; }

    /// <summary>The name of the office in the foot of each page.</summary>
    public string Office { get; init; } = Unnamed.En;

    /// <summary>What an office is called that chose no name.</summary>
    public static Phrase Unnamed { get; } = ("Child support office", "Oficina de manutención de menores");

    /// <summary>Whether the office chose a name; a name is the same in every language.</summary>
    public bool IsNamed => Office != Unnamed.En;

    /// <summary>The name of the office on a page in a language.</summary>
    public string OfficeIn(Tongue tongue) => IsNamed ? Office : Unnamed.In(tongue);

    /// <summary>What the sign-in page says before anyone enters.</summary>
    public string Banner { get; init; } =
        "This is a government system. Use it only for your work. What you do here is recorded and may be reviewed. " +
        "Use without permission, or looking at records without need, is against the law and can be punished. By signing in you agree.";

    /// <summary>Minutes without a request after which a person must sign in again.</summary>
    public int IdleMinutes { get; init; } = 15;

    /// <summary>Hours after signing in at which a person must sign in again in any case.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int LockoutAttempts { get; init; } = 5;

    /// <summary>Minutes for which it stays locked.</summary>
    public int LockoutMinutes { get; init; } = 15;

    /// <summary>The least length of a password.</summary>
    public int PasswordLength { get; init; } = 15;

    /// <summary>Requests that one person or address may make in a minute before being asked to wait.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Sign-in attempts from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>The largest file that may be sent, in bytes.</summary>
    public long LargestUpload { get; init; } = 64L * 1024 * 1024;

    /// <summary>The program of Chromium that makes PDF files; empty looks for it on the search path. The variable ALIMENTA_CHROMIUM names it too.</summary>
    public string Chromium { get; init; } = Environment.GetEnvironmentVariable("ALIMENTA_CHROMIUM") ?? "";

    /// <summary>How many PDF files may be made at the same time.</summary>
    public int PdfAtOnce { get; init; } = 2;

    /// <summary>PDF files that one address may ask for in a minute without signing in.</summary>
    public int PdfsPerMinute { get; init; } = 20;
}
