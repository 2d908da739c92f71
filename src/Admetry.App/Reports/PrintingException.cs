namespace Admetry.App.Reports;

/// <summary>A PDF could not be printed; the message says what to do.</summary>
public sealed class PrintingException(string message) : Exception(message);
