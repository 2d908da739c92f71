using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Admetry.App.Api;

/// <summary>Answers a failure nobody foresaw as a problem too; pages have a page for theirs. The framework logs it.</summary>
sealed class ApiFailure : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception error, CancellationToken cancel)
    {
        if (!ApiErrors.Concerns(context))
            return false;

        var more = new Dictionary<string, object?>
        {
            ["remedy"] = "Look into the server's log for the reference.",
            ["reference"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
        };
        await Results.Problem("The server failed to answer.", statusCode: StatusCodes.Status500InternalServerError, extensions: more)
            .ExecuteAsync(context);
        return true;
    }
}
