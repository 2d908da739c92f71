using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Admetry.App.Reports;

/// <summary>Renders a report with the components that pages are made of.</summary>
public static class ReportRenderer
{
    /// <returns>One HTML document, whole in itself.</returns>
    public static async Task<string> HtmlAsync(OverviewReport report)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var given = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportDocument.Report)] = report });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportDocument>(given)).ToHtmlString());
    }
}
