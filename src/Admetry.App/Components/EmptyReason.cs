namespace Admetry.App.Components;

/// <summary>The four reasons why a page or a panel has nothing to show.</summary>
public enum EmptyReason { NoDataInRange, FilteredOut, NotConnected, NotAllowed }
