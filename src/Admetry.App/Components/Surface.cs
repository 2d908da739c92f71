namespace Admetry.App.Components;

/// <summary>Where components stand: on a page with a server behind it, or in a file that is handed on and can reach none.</summary>
/// <remarks>It cascades; whoever says nothing is on a page.</remarks>
public enum Surface { Page, File }
