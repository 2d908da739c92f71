using System.Globalization;
using Admetry.App.Pipeline;

namespace Admetry.App.Commands;

/// <summary>One line on the error output that says how far a long import is, rewritten in place twice a second.</summary>
sealed class ProgressLine(CommandRun run) : IProgress<ImportProgress>
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    readonly Lock gate = new();
    readonly long started = run.Host.Clock.GetTimestamp();
    long last;
    int width;

    public void Report(ImportProgress value)
    {
        lock (gate)
        {
            // The first half second stays silent, so that short work prints nothing.
            if (!run.Host.ShowsProgress || run.Host.Clock.GetElapsedTime(last == 0 ? started : last) < Every)
                return;

            last = run.Host.Clock.GetTimestamp();
            var text = value.Rows > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Rows:N0} rows read")
                : string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Bytes / 1_000_000.0:N0} MB received");
            run.Error.Write($"\r{text.PadRight(width)}");
            run.Error.Flush();
            width = text.Length;
        }
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        lock (gate)
            if (width > 0)
                run.Error.Write($"\r{new string(' ', width)}\r");
        width = 0;
    }
}
