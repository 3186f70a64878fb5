namespace Alimenta.Web.Components;

/// <summary>A ready-made filter of a list.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Href">The list so filtered.</param>
/// <param name="Chosen">Whether it is what is shown.</param>
/// <param name="Count">How many it shows.</param>
public sealed record Chip(string Title, string Href, bool Chosen, long? Count = null);
