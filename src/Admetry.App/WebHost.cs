using System.IO.Compression;
using Admetry.App.Api;
using Admetry.App.Pages;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Admetry.App;

/// <summary>The web server: pages, API and assets, for the machine it runs on.</summary>
public static class WebHost
{
    const long LargestBody = 1 << 20;

    /// <summary>Builds it without starting it. <c>RunAsync</c> serves until it is told to stop; <c>StartAsync</c> returns at once.</summary>
    public static WebApplication Build(WebHostOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(options.Url);
        // Out of a build's output, assets would be looked at anew each time, and sent whole.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseStaticWebAssets(); // a build output has its assets in the source folder; a published one in wwwroot
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        AddServices(builder.Services, options);
        options.Configure?.Invoke(builder);

        var app = builder.Build();
        app.UseResponseCompression();
        var guard = new RequestGuard(options.Hosts);
        app.Use(guard.InvokeAsync);
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseWhen(ApiErrors.Concerns, api => api.Use(ApiErrors.InvokeAsync));
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapOpenApi();
        ApiEndpoints.Map(app);
        ThemeEndpoint.Map(app);
        PanelsEndpoint.Map(app);
        ImportEndpoints.Map(app);
        NoteEndpoints.Map(app);
        app.MapRazorComponents<Document>();
        return app;
    }

    static void AddServices(IServiceCollection services, WebHostOptions options)
    {
        services.AddRazorComponents();
        // A page of numbers repeats itself: a tenth of it remains. Not over HTTPS, where the length of what is packed could tell what is in it.
        services.AddResponseCompression(packing => packing.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "image/svg+xml"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiFailure>();
        services.AddOpenApi();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "admetry-form");
        if (options.KeyFolder is { } folder)
            services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder));
        else
            services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);

        services.AddSingleton(options.Warehouse);
        services.AddSingleton(options.Metrics);
        services.AddSingleton(new CampaignReader(options.Warehouse));
        services.AddSingleton(options.Catalogue);
        services.AddSingleton(options.Site);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new ImportDesk(options.Uploads));
        services.AddSingleton(new NoteBoard(options.Notes));
        services.AddScoped<Principal>(provider => options.Who(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("No request: nobody asks.")));
    }
}
