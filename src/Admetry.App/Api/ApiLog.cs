namespace Admetry.App.Api;

/// <summary>What the API writes into the log.</summary>
static partial class ApiLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The warehouse failed a request of the API, reference {Reference}")]
    public static partial void WarehouseFailed(ILogger logger, string reference, Exception error);
}
