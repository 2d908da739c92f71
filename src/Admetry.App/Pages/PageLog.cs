namespace Admetry.App.Pages;

/// <summary>What pages write into the log.</summary>
static partial class PageLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The warehouse failed the page {Page}, reference {Reference}")]
    public static partial void WarehouseFailed(ILogger logger, string page, string? reference, Exception error);
}
