using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

internal static class Samples
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    public static NachaFile Read(string name)
    {
        var result = NachaReader.Read(Bytes(name));
        Assert.Empty(result.Faults);
        return result.File!;
    }
}
