using System.Reflection;
using Admetry.App;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Every page of the app, with data on it.</summary>
[Trait("needs", "server")]
public sealed class PageAddresses(AcmeServer acme)
{
    /// <summary>Those of the menu, and those that its links lead to.</summary>
    public static TheoryData<string> All =>
    [
        "/", "/?cmp2=year", "/portfolio", "/filter?for=/&dim=campaign&find=video", "/explore?m=clicks,cpc&by=publisher", "/campaigns?r=2024", "/campaigns/flights?r=2024-06", "/campaign?r=2024-Q4", "/pacing?asof=2024-06-30",
        "/finance", "/channels?r=2024", "/conversions", "/video", "/quality", "/audience", "/rows?r=2024-Q4&f=device:mobile", "/data", "/import", "/notes", "/definitions", "/nowhere",
    ];

    /// <summary>Opened by its own tests: it needs a file that was handed in, or a failure.</summary>
    static readonly string[] Elsewhere = ["/import/{id}", "/error", "/not-found"];

    [Fact]
    public void No_page_is_left_out()
    {
        var pages = typeof(WebHost).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();

        Assert.True(pages.Count > 15);
        Assert.Empty(pages.Except(All.Select(row => row.Data.Split('?')[0])).Except(Elsewhere));
    }

    [Fact]
    public async Task Each_but_that_of_files_has_something_to_show()
    {
        foreach (var path in All.Select(row => row.Data).Where(path => path is not "/nowhere" and not "/import"))
            Assert.Empty((await acme.PageAsync(path)).QuerySelectorAll(".empty, .error"));
    }
}
