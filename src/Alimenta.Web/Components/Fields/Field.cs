using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components.Fields;

/// <summary>What all form fields share: name, label, hint, and what was typed and is wrong from the form around them.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>The form around the field.</summary>
    [CascadingParameter]
    public required FormState Form { get; set; }

    /// <summary>The name under which the text is sent.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What it asks for.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What helps to answer.</summary>
    [Parameter]
    public string Hint { get; set; } = "";

    /// <summary>Whether it may be left empty; said beside the label.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Its id on the page.</summary>
    protected string Id => $"{Form.Name}-{Name}";

    /// <summary>What is wrong with it, or empty.</summary>
    protected string Error => Form.ErrorOf(Name);

    /// <summary>What was typed. A secret is never sent back.</summary>
    protected string Value => Form.Raw(Name);

    /// <summary>The ids of hint and error for a screen reader.</summary>
    protected string? DescribedBy => string.Join(' ', new[] { Hint.Length > 0 ? Id + "-hint" : "", Error.Length > 0 ? Id + "-error" : "" }.Where(i => i.Length > 0)) is { Length: > 0 } ids ? ids : null;

    /// <summary>Whether it is wrong, for a screen reader.</summary>
    protected string? Invalid => Error.Length > 0 ? "true" : null;

    /// <summary>The class of the box around it.</summary>
    protected string Box => Error.Length > 0 ? "field in-error" : "field";
}
