using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Admetry.Tests.Components;

/// <summary>Renders a component as the server does, and parses it as a browser does.</summary>
static class Rendering
{
    public static async Task<IHtmlDocument> OfAsync<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var given = ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => one.Value));
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(given)).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }
}
