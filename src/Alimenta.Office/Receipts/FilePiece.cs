using Alimenta.Data;
using Alimenta.Formats.Nacha;

namespace Alimenta.Office.Receipts;

/// <summary>A piece of a file as it will be written: its items, the receipts made of them, and what follows from both.</summary>
internal sealed class FilePiece(KnownFromDatabase known)
{
    private readonly List<(Receipt Receipt, InboundItem Item)> _made = [];

    /// <summary>What the database knows of the numbers in it.</summary>
    public KnownFromDatabase Known => known;

    /// <summary>The items, in the order of the file.</summary>
    public List<InboundItem> Items { get; } = [];

    /// <summary>The receipts made of them.</summary>
    public List<Receipt> Receipts { get; } = [];

    /// <summary>Why each receipt has its obligor.</summary>
    public List<(Receipt Receipt, string Why)> Decided { get; } = [];

    /// <summary>What employers told about cases.</summary>
    public List<CaseEvent> Events { get; } = [];

    /// <summary>What someone must do about it.</summary>
    public List<WorkTask> Tasks { get; } = [];

    /// <summary>What the bank answers to payments of this office.</summary>
    public List<(InboundItem Item, EntryContent Content)> Answers { get; } = [];

    /// <summary>Adds a receipt made of an item.</summary>
    public void Add(Receipt receipt, InboundItem item, string why)
    {
        Receipts.Add(receipt);
        Decided.Add((receipt, why));
        _made.Add((receipt, item));
    }

    /// <summary>Gives items and receipts their numbers, each in its order.</summary>
    public void Number(CommandContext ctx)
    {
        foreach (var item in Items) item.Id = ctx.NextId<InboundItem>();
        foreach (var (receipt, item) in _made)
        {
            receipt.Id = ctx.NextId<Receipt>();
            receipt.InboundItemId = item.Id;
            item.ReceiptId ??= receipt.Id;
        }
    }

    /// <summary>The circle of whom a receipt is from.</summary>
    public long Circle(Receipt receipt) => known.Circles[receipt.ObligorId!.Value];
}
