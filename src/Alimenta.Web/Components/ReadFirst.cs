using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components;

/// <summary>
/// A page that reads before it is drawn. Drawn while it still reads it would show half of what it knows, and its forms and tables would be made from that half:
/// whatever is read for a page is read in <see cref="ReadAsync"/>, and nothing of the page exists before that is done.
/// </summary>
public abstract class ReadFirst : ComponentBase
{
    private Task? _reading;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (_reading ??= ReadAsync());
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads all that the page shows, once for a request.</summary>
    protected abstract Task ReadAsync();
}
