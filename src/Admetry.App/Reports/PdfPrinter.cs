using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Admetry.App.Reports;

/// <summary>Prints an HTML document as PDF, with the Chromium that the machine has.</summary>
public static class PdfPrinter
{
    /// <summary>The environment variable that names the browser's program, where it is not on the path.</summary>
    public const string Variable = "CHROMIUM";

    static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "chromium.exe", "chrome.exe", "msedge.exe"];

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // No network: what a document must not load, it cannot load either.
    static readonly string[] Arguments =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
    ];

    /// <summary>The browser's program: what <see cref="Variable"/> names, else the first on the path.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find(Func<string, string?> environment) => environment(Variable) is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new PrintingException($"{Variable} names {named}, where there is no program. Set it to the path of Chromium or Chrome.")
        : (from folder in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
           from name in Names
           let path = Path.Combine(folder, name)
           where File.Exists(path)
           select path).FirstOrDefault();

    /// <summary>Prints on A4, tagged, with an outline, pages numbered.</summary>
    /// <returns>The PDF.</returns>
    /// <exception cref="PrintingException">There is no browser, or it failed.</exception>
    public static async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        var browser = Find(Environment.GetEnvironmentVariable) ?? throw new PrintingException(
            $"No browser to print a PDF with. Install Chromium (Debian: apt install chromium), or set {Variable} to the path of Chromium or Chrome; or write --out FILE.html, which needs none.");
        var folder = Directory.CreateTempSubdirectory("admetry-print-").FullName;
        try
        {
            var (document, pdf) = (Path.Combine(folder, "report.html"), Path.Combine(folder, "report.pdf"));
            await File.WriteAllTextAsync(document, html, cancel);
            var said = await RunAsync(browser, [.. Arguments, $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(document).AbsoluteUri], cancel);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : throw new PrintingException($"{browser} printed nothing. It said: {said}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>The last it said.</returns>
    static async Task<string> RunAsync(string browser, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        // Chromium refuses to be root within its sandbox; the document is ours and can reach nothing.
        IReadOnlyList<string> all = Environment.IsPrivilegedProcess ? ["--no-sandbox", .. arguments] : arguments;
        using var process = Start(browser, all);
        using var late = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var said = new[] { process.StandardOutput.ReadToEndAsync(either.Token), process.StandardError.ReadToEndAsync(either.Token) };
            await process.WaitForExitAsync(either.Token);
            return string.Join(' ', string.Join('\n', await Task.WhenAll(said)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PrintingException(FormattableString.Invariant($"{browser} did not finish within {Patience.TotalSeconds:0} seconds and was stopped."));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None); // its folder is deleted next
        }
    }

    static Process Start(string browser, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(browser, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception error)
        {
            throw new PrintingException($"{browser} could not be started: {error.Message}. Set {Variable} to the path of Chromium or Chrome.");
        }
    }
}
