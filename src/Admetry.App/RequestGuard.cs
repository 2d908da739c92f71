using System.Security.Cryptography;
using Admetry.App.Components;
using Admetry.App.Pages;

namespace Admetry.App;

/// <summary>Refuses requests that a web page elsewhere made a browser send, and tells browsers what our pages may do.</summary>
/// <remarks>
/// A foreign name that resolves to this machine (DNS rebinding) fails on the Host header; a form or script on another site fails on
/// Origin. Programs send no Origin and pass.
/// </remarks>
/// <param name="hosts">Names to answer to beside localhost, 127.0.0.1 and ::1, without port.</param>
public sealed class RequestGuard(IReadOnlyList<string> hosts)
{
    static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        WriteHeaders(context);
        if (!Knows(context.Request.Host.Host))
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This server does not answer to that host name.",
                "Open it by the address it printed when it started, or name the host in the settings of the server.");
        else if (IsForeign(context.Request))
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "The request comes from another site.",
                "Send it from the server's own pages, or from a program that sends no Origin header.");
        else
            await next(context);
    }

    bool Knows(string host) =>
        Loopback.Contains(host, StringComparer.OrdinalIgnoreCase) || hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;

        var origin = request.Headers.Origin.ToString();
        if (origin is "")
            return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

        return !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    static Task RefuseAsync(HttpContext context, int status, string reason, string remedy) =>
        Results.Problem(reason, statusCode: status, extensions: new Dictionary<string, object?> { ["remedy"] = remedy }).ExecuteAsync(context);

    static void WriteHeaders(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[PageNonce.Key] = nonce;
        var headers = context.Response.Headers;
        // Charts set style attributes as they draw; no script and no style element runs but ours: the page's own by its hash, which
        // holds for a page that another fetched as well.
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' " + PageStyle.Hash + " 'nonce-" + nonce + "'; " +
            "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
            "base-uri 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
