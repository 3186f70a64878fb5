using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Keeps the framework's data protection keys in the database, so that all web nodes share them.</summary>
public sealed class KeyRing(AlimentaStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.ReadPrimary();
        return [.. db.DataProtectionKeys.OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var id = store.Ids.Next<DataProtectionKey>();
        using var turn = store.Engine.EnterWriter();
        using var db = store.ForSignIn();
        db.Add(new DataProtectionKey { Id = id, FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
#pragma warning disable RS0030 // The framework asks for its keys while it starts, before anyone could send a command.
        db.SaveChanges();
#pragma warning restore RS0030
    }
}
